import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import { controlClass } from './field.tsx'

type Size = 'md' | 'lg'
const SIZES: Record<Size, string> = { md: 'h-8 px-2.5 text-base', lg: 'h-10 px-3 text-md' }

/** One line of text; inside a `Field` it takes that one's label. */
export function Input({
  size = 'md',
  icon,
  className,
  ...props
}: Omit<ComponentProps<typeof Base.Control>, 'size' | 'className'> & {
  size?: Size
  icon?: ReactNode
  className?: string
}) {
  const control = (
    <Base.Control
      {...props}
      className={cx(controlClass, SIZES[size], icon !== undefined && 'ps-8', className)}
    />
  )
  if (icon === undefined) return control
  return (
    <div className="relative flex items-center">
      <span aria-hidden="true" className="pointer-events-none absolute inset-s-2.5 text-faint">
        {icon}
      </span>
      {control}
    </div>
  )
}
