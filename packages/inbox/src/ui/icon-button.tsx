import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { cx } from './cx.ts'
import { Tooltip } from './tooltip.tsx'

/** A button with an icon alone: its name is in the tooltip, with the key that does the same. */
export function IconButton({
  label,
  keys,
  icon,
  look = 'quiet',
  size = 'md',
  className,
  ...props
}: Omit<ComponentProps<'button'>, 'className' | 'children'> & {
  label: string
  keys?: string | undefined
  icon: ReactNode
  look?: ButtonLook
  size?: 'sm' | 'md'
  className?: string
}) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={keys}
        {...props}
        className={buttonClass(look, 'md', cx(size === 'sm' ? 'size-6.5!' : 'size-8!', 'px-0!', className))}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
