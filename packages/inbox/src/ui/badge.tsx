import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const TONES = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent-strong',
  danger: 'bg-danger-soft text-danger',
  warning: 'bg-warning-soft text-warning',
  info: 'bg-info-soft text-info',
}

export type Tone = keyof typeof TONES

/** A state or a tag, in a word. */
export const Badge = ({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) => (
  <span
    className={cx(
      'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 font-medium text-sm whitespace-nowrap',
      TONES[tone],
    )}
  >
    {icon}
    <span className="truncate">{children}</span>
  </span>
)
