import type { Priority } from '../data/acts.ts'
import { type PlainKey, t } from '../text/t.ts'
import { cx } from '../ui/cx.ts'

export const PRIORITY_NAMES = {
  none: 'inbox.priorityNone',
  low: 'inbox.priorityLow',
  medium: 'inbox.priorityMedium',
  high: 'inbox.priorityHigh',
  urgent: 'inbox.priorityUrgent',
} as const satisfies Record<Priority, PlainKey>

const BARS: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 }

/** How pressing something is, as bars that grow; red where it cannot wait. */
export const PriorityMark = ({ priority }: { priority: Priority }) => (
  <svg
    viewBox="0 0 14 14"
    role="img"
    aria-label={t('inbox.priorityOf', { priority: t(PRIORITY_NAMES[priority]) })}
    className={cx('size-3.5 shrink-0', priority === 'urgent' ? 'text-danger' : 'text-soft')}
  >
    {[0, 1, 2, 3].map(bar => (
      <rect
        key={bar}
        x={bar * 3.5}
        y={9 - bar * 3}
        width="2.5"
        height={5 + bar * 3}
        rx="0.8"
        fill="currentColor"
        opacity={bar < BARS[priority] ? 1 : 0.25}
      />
    ))}
  </svg>
)
