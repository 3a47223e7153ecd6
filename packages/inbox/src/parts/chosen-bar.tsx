import { Tag, X } from 'lucide-react'
import { useTagMany } from '../data/contacts.ts'
import { useTags } from '../data/tags.ts'
import { t } from '../text/t.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import { toast } from '../ui/toast.tsx'

/** What can be done with the rows that are chosen. */
export function ChosenBar({
  ids,
  kind,
  onDone,
}: {
  ids: string[]
  kind: 'users' | 'companies'
  onDone: () => void
}) {
  const tags = useTags()
  const { mutate, isPending } = useTagMany()
  if (ids.length === 0) return null
  const put = (name: string) => {
    const undo = { label: t('app.undo'), run: () => mutate({ name, ids, kind, untag: true }) }
    mutate(
      { name, ids, kind },
      { onSuccess: () => toast({ title: t('people.tagged', { count: ids.length, name }), undo }) },
    )
    onDone()
  }
  return (
    <section
      aria-label={t('people.chosen', { count: ids.length })}
      className="flex flex-wrap items-center gap-2 border-line border-b bg-accent-soft px-4 py-1.5 md:px-6"
    >
      <span className="font-medium">{t('people.chosen', { count: ids.length })}</span>
      <Picker
        align="start"
        picks={tags.map(({ id, name }) => ({ id, label: name }))}
        chosen={[]}
        searchLabel={t('inbox.findTag')}
        emptyLabel={t('inbox.noneFound')}
        onPick={({ label }) => put(label)}
        onCreate={{ label: name => t('inbox.createTag', { name }), run: put }}
        trigger={
          <button
            type="button"
            aria-label={t('inbox.tag')}
            disabled={isPending}
            className={buttonClass('plain')}
          >
            <Tag size={14} aria-hidden="true" />
            {t('inbox.tag')}
          </button>
        }
      />
      <Button look="quiet" icon={<X size={14} aria-hidden="true" />} onClick={onDone}>
        {t('people.chooseNone')}
      </Button>
    </section>
  )
}
