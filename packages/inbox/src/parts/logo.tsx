import { cx } from '../ui/cx.ts'

/** A counter with somebody behind it. */
export const Logo = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('size-7', className)}>
    <rect width="32" height="32" rx="8.5" className="fill-accent" />
    <g fill="none" strokeWidth="2.5" strokeLinecap="round" className="stroke-accent-ink">
      <path d="M8.5 22.5v-7.75a7.5 7.5 0 0 1 15 0v7.75" />
      <path d="M6.5 23.25h19" />
    </g>
    <circle cx="16" cy="16.5" r="2.5" className="fill-accent-ink" />
  </svg>
)
