import type { Listed } from '../../data/conversations.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { nameOf } from './conversation-row.tsx'
import type { Chosen } from './use-chosen.ts'

/** Chooses a line, in the place of its picture: there when it is pointed at, or when any is chosen. */
export function RowCheckbox({ item, chosen }: { item: Listed; chosen: Chosen }) {
  const { id } = item.conversation
  return (
    <label
      className={cx(
        'absolute inset-s-4 top-3 flex size-7 items-center justify-center rounded-md bg-surface opacity-0 focus-within:opacity-100 group-hover:opacity-100',
        chosen.ids.size > 0 && 'opacity-100',
      )}
    >
      <input
        type="checkbox"
        aria-label={t('people.choose', { name: nameOf(item) })}
        checked={chosen.ids.has(id)}
        // A change does not tell of the shift key that chooses a range.
        onChange={() => {}}
        onClick={event => chosen.toggle(id, event.shiftKey)}
        className="size-4 accent-accent"
      />
    </label>
  )
}
