import { Button as Base } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-accent-ink shadow-sm hover:bg-accent-strong active:bg-accent-strong',
  plain: 'border border-line-strong bg-raised text-ink shadow-sm hover:bg-sunken active:bg-pressed',
  quiet: 'text-soft hover:bg-hover hover:text-ink active:bg-pressed data-popup-open:bg-pressed',
  danger: 'bg-danger text-danger-ink shadow-sm hover:opacity-90',
}

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-6.5 gap-1 px-2 text-sm rounded-sm',
  md: 'h-8 gap-1.5 px-3 text-base rounded-md',
  lg: 'h-10 gap-2 px-4 text-md rounded-md',
}

/** What every button looks like, for things that are buttons in another way. */
export const buttonClass = (look: ButtonLook = 'plain', size: ButtonSize = 'md', more?: string): string =>
  cx(
    'inline-flex shrink-0 select-none items-center justify-center font-medium whitespace-nowrap transition-colors',
    'disabled:pointer-events-none disabled:opacity-50 data-disabled:pointer-events-none data-disabled:opacity-50',
    LOOKS[look],
    SIZES[size],
    more,
  )

/** Does something at once. While `busy` it keeps its width and its focus, and cannot be pressed again. */
export function Button({
  look,
  size,
  busy = false,
  icon,
  className,
  children,
  ...props
}: Omit<ComponentProps<'button'>, 'className'> & {
  look?: ButtonLook
  size?: ButtonSize
  busy?: boolean
  icon?: ReactNode
  className?: string
}) {
  return (
    <Base
      type="button"
      {...props}
      disabled={busy || props.disabled === true}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonClass(look, size, className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </Base>
  )
}

const Spinner = () => (
  <span
    aria-hidden="true"
    className="size-3.5 animate-spin rounded-full border-2 border-current border-e-transparent opacity-70"
  />
)
