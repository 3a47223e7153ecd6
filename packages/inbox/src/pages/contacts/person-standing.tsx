import { Archive, ArchiveRestore, Ban } from 'lucide-react'
import { useMay } from '../../data/me.ts'
import { useStanding } from '../../data/person-life.ts'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'

/** That somebody is archived, with the way back, or blocked. */
export function PersonStanding({ id, onBringBack }: { id: string; onBringBack: () => void }) {
  const standing = useStanding(id)
  const mayChange = useMay('read_write_users')
  const { archived_at: archived = null, blocked_at: blocked = null } = standing ?? {}
  if (archived === null) return null
  const Icon = blocked === null ? Archive : Ban
  return (
    <section
      aria-label={t(blocked === null ? 'person.archived' : 'person.blocked')}
      className="flex items-center gap-3 border-line border-b bg-warning-soft px-4 py-2 text-warning md:px-6"
    >
      <Icon size={16} aria-hidden="true" className="shrink-0" />
      <p role="status" className="min-w-0 flex-1">
        {blocked === null
          ? t('person.archivedSays', { day: shortDate(archived) })
          : t('person.blockedSays', { day: shortDate(blocked) })}
      </p>
      {blocked === null && mayChange && (
        <Button size="sm" icon={<ArchiveRestore size={14} aria-hidden="true" />} onClick={onBringBack}>
          {t('person.bringBack')}
        </Button>
      )}
    </section>
  )
}
