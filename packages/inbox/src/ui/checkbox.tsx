import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

/** Yes or no, with what it is about beside it. */
export const Checkbox = ({
  label,
  hint,
  labelHidden = false,
  className,
  ...props
}: Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  label: ReactNode
  hint?: ReactNode
  labelHidden?: boolean
  className?: string
}) => (
  <label className={cx('flex min-w-0 items-start gap-2 text-base', className)}>
    <input type="checkbox" {...props} className="mt-0.5 size-4 shrink-0 accent-accent" />
    <span className={cx('min-w-0', labelHidden && 'sr-only')}>
      <span className="break-words">{label}</span>
      {hint && <span className="block text-faint text-sm">{hint}</span>}
    </span>
  </label>
)
