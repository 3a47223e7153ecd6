import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

/** Something that is on or off from the moment it is pressed, with what it is about beside it. */
export const Switch = ({
  label,
  hint,
  labelHidden = false,
  className,
  ...props
}: Omit<ComponentProps<'input'>, 'type' | 'role' | 'className'> & {
  label: ReactNode
  hint?: ReactNode
  labelHidden?: boolean
  className?: string
}) => (
  <label className={cx('flex min-w-0 items-start gap-3 text-base', className)}>
    <input
      type="checkbox"
      role="switch"
      aria-checked={props.checked}
      {...props}
      className={cx(
        'relative mt-px h-5 w-9 shrink-0 appearance-none rounded-full bg-faint transition-colors checked:bg-accent disabled:opacity-50',
        'before:absolute before:inset-s-0.5 before:top-0.5 before:size-4 before:rounded-full before:bg-surface before:shadow-sm before:transition-[inset-inline-start] checked:before:inset-s-4.5',
      )}
    />
    <span className={cx('min-w-0', labelHidden && 'sr-only')}>
      <span className="break-words font-medium">{label}</span>
      {hint && <span className="block text-faint">{hint}</span>}
    </span>
  </label>
)
