import { useAnnounce, usePresent } from '../../data/presence.ts'
import { useTyping } from '../../data/typing.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

/** So many have room; more are a number. */
const SHOWN = 3

/** The teammates who look at a conversation too; and tells them that one does. */
export function Viewers({ id }: { id: string }) {
  useAnnounce(id, useTyping(id).isTyping)
  const others = usePresent(id).filter(({ kind }) => kind === 'teammate')
  if (others.length === 0) return null
  return (
    <ul aria-label={t('desk.viewers')} className="flex shrink-0 -space-x-1.5">
      {others.slice(0, SHOWN).map(({ id: who, name, doing }) => {
        const label = t(doing === 'typing' ? 'desk.types' : 'desk.looks', { name })
        return (
          <li key={who}>
            <Tooltip label={label}>
              <span className="block rounded-full ring-2 ring-surface">
                <Avatar name={name} />
                <span className="sr-only">{label}</span>
              </span>
            </Tooltip>
          </li>
        )
      })}
      {others.length > SHOWN && (
        <li className="flex size-7 items-center justify-center rounded-full bg-sunken text-sm text-soft ring-2 ring-surface">
          +{others.length - SHOWN}
        </li>
      )}
    </ul>
  )
}
