import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface text-ink shadow-sm transition-colors outline-none hover:border-faint focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-focus/35 data-invalid:border-danger disabled:opacity-60'

/** A label, a control, and what is to be known or wrong about it. The three are tied together for screen readers. */
export const Field = ({
  label,
  hint,
  error,
  labelHidden = false,
  aside,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  labelHidden?: boolean
  /** Beside the label, such as a link. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}) => (
  <Base.Root invalid={error !== undefined} className={cx('flex flex-col gap-1.5', className)}>
    <div className={cx('flex items-baseline justify-between gap-2', labelHidden && 'sr-only')}>
      <Base.Label className="text-base font-medium text-ink">{label}</Base.Label>
      {aside}
    </div>
    {children}
    {hint && <Base.Description className="text-sm text-faint">{hint}</Base.Description>}
    <Base.Error match={error !== undefined} className="text-sm text-danger">
      {error}
    </Base.Error>
  </Base.Root>
)
