import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'

/** A form that gives what was filled in, by the names of its fields, and never reloads the page. */
export const Form = <Name extends string>({
  label,
  names,
  onSubmit,
  error,
  className,
  children,
}: {
  label: string
  names: readonly Name[]
  onSubmit: (values: Record<Name, string>) => void
  /** What was wrong with all of it. */
  error?: string | undefined
  className?: string
  children: ReactNode
}) => (
  <form
    aria-label={label}
    noValidate
    className={cx('flex flex-col gap-4', className)}
    onSubmit={event => {
      event.preventDefault()
      onSubmit(valuesOf(new FormData(event.currentTarget), names))
    }}
  >
    {error && (
      <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
        {error}
      </p>
    )}
    {children}
  </form>
)

const valuesOf = <Name extends string>(data: FormData, names: readonly Name[]): Record<Name, string> =>
  Object.assign(Object.create(null), ...names.map(name => ({ [name]: String(data.get(name) ?? '') })))
