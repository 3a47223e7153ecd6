import type { ReactNode } from 'react'
import { fullTime, shortDate } from '../text/format.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'

/** A time in a table: the day, and all of it on hovering. */
export const TimeCell = ({ at }: { at: number | null | undefined }) =>
  at ? <time title={fullTime(at)}>{shortDate(at)}</time> : <Nothing />

/** Some words in a table, or a dash. */
export const TextCell = ({ children }: { children: ReactNode }) =>
  children === null || children === undefined || children === '' ? (
    <Nothing />
  ) : (
    <span dir="auto">{children}</span>
  )

export const Nothing = () => <span className="text-faint">—</span>

/** Tags in a table, as many as fit. */
export const TagsCell = ({ names }: { names: string[] }) =>
  names.length === 0 ? (
    <Nothing />
  ) : (
    <span className="flex gap-1 overflow-hidden">
      {names.map(name => (
        <Badge key={name}>{name}</Badge>
      ))}
    </span>
  )

/** A teammate in a table. */
export const TeammateCell = ({ name, square = false }: { name: string | undefined; square?: boolean }) =>
  name === undefined ? (
    <Nothing />
  ) : (
    <span className="flex items-center gap-2">
      <Avatar name={name} size="sm" square={square} />
      <span className="truncate">{name}</span>
    </span>
  )

/** The value of an attribute as words. */
export const wordsOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** A time as files have it. */
export const stampOf = (at: number | null | undefined): string =>
  at ? new Date(at * 1000).toISOString() : ''
