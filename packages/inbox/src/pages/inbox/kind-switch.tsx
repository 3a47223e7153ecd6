import { Lock, Reply } from 'lucide-react'
import type { Ref } from 'react'
import type { NewReply } from '../../data/replies.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

/** Whether one writes to the customer or to the team. */
export const KindSwitch = ({
  kind,
  onChoose,
  onFocus,
  onBlur,
  ref,
}: {
  kind: NewReply['kind']
  onChoose: (kind: NewReply['kind']) => void
  onFocus?: (kind: NewReply['kind']) => void
  onBlur?: () => void
  ref?: Ref<HTMLFieldSetElement>
}) => (
  <fieldset ref={ref} aria-label={t('inbox.kind')} className="flex gap-0.5 px-2.5 pt-2 pb-1">
    {(
      [
        { value: 'comment', label: t('inbox.kindReply'), Icon: Reply },
        { value: 'note', label: t('inbox.kindNote'), Icon: Lock },
      ] as const
    ).map(({ value, label, Icon }) => (
      <button
        key={value}
        type="button"
        value={value}
        aria-pressed={kind === value}
        onClick={() => onChoose(value)}
        onFocus={() => onFocus?.(value)}
        onBlur={onBlur}
        className={cx(
          'flex h-6.5 items-center gap-1.5 rounded-md px-2 text-sm transition-colors',
          kind === value ? 'bg-pressed font-medium text-ink' : 'text-soft hover:bg-hover',
        )}
      >
        <Icon size={13} aria-hidden="true" className="rtl:-scale-x-100" />
        {label}
      </button>
    ))}
  </fieldset>
)
