import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { controlClass } from './field.tsx'

/** Several lines of text, which grow with what is written. */
export const Textarea = ({ className, rows = 3, ...props }: ComponentProps<'textarea'>) => (
  <Base.Control
    render={<textarea rows={rows} {...props} />}
    className={cx(
      controlClass,
      'field-sizing-content min-h-16 resize-none px-2.5 py-1.5 text-base',
      className,
    )}
  />
)
