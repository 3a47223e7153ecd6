import { locale } from './language.ts'
import { t } from './t.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

/** How long ago, in as few letters as a list has room for: `3m`, `5h`, `2d`, then a date. Times are in seconds. */
export function shortAgo(at: number, now: number = Date.now() / 1000): string {
  const ago = Math.max(0, now - at)
  if (ago < MINUTE) return t('app.now')
  if (ago < HOUR) return unit(ago / MINUTE, 'minute')
  if (ago < DAY) return unit(ago / HOUR, 'hour')
  if (ago < 7 * DAY) return unit(ago / DAY, 'day')
  return date(at, { day: 'numeric', month: 'short', ...(ago > 300 * DAY ? { year: 'numeric' } : {}) })
}

const unit = (value: number, of: 'minute' | 'hour' | 'day'): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: of, unitDisplay: 'narrow' }).format(
    Math.floor(value),
  )

/** In words: `3 hours ago`, `in 2 days`. */
export function inWords(at: number, now: number = Date.now() / 1000): string {
  const away = at - now
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  if (Math.abs(away) < HOUR) return format.format(Math.round(away / MINUTE), 'minute')
  if (Math.abs(away) < DAY) return format.format(Math.round(away / HOUR), 'hour')
  if (Math.abs(away) < 2 * MONTH) return format.format(Math.round(away / DAY), 'day')
  if (Math.abs(away) < 2 * YEAR) return format.format(Math.round(away / MONTH), 'month')
  return format.format(Math.round(away / YEAR), 'year')
}

export const clockTime = (at: number): string => date(at, { hour: 'numeric', minute: '2-digit' })

export const dayName = (at: number): string =>
  date(at, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear(at) ? {} : { year: 'numeric' }) })

export const fullTime = (at: number): string => date(at, { dateStyle: 'full', timeStyle: 'short' })

/** `30 Nov 2026, 15:00`. */
export const dayAndTime = (at: number): string => date(at, { dateStyle: 'medium', timeStyle: 'short' })

/** A moment to come, as short as it can be told: `15:00` today, `Mon 30 Nov, 09:00` later. */
export const momentToCome = (at: number): string =>
  sameDay(at, Date.now() / 1000)
    ? clockTime(at)
    : date(at, {
        ...({ weekday: 'short', day: 'numeric', month: 'short' } as const),
        ...({ hour: 'numeric', minute: '2-digit' } as const),
      })

export const shortDate = (at: number): string => date(at, { dateStyle: 'medium' })

export const number = (value: number): string => value.toLocaleString(locale())

/** `1.4 MB`. */
export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step)
}

export const sameDay = (a: number, b: number): boolean =>
  new Date(a * 1000).toDateString() === new Date(b * 1000).toDateString()

const isThisYear = (at: number): boolean => new Date(at * 1000).getFullYear() === new Date().getFullYear()

const date = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), options).format(at * 1000)

/** A day of a calendar, `2026-11-25`, whatever the time zone of the reader. */
export const plainDay = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00Z`))

/** `12 %`. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
] as const

/** How long, by its two largest units: `2d 4h`, `1h 20m`, `45s`. */
export function duration(seconds: number): string {
  const first = UNITS.findIndex(([, size]) => seconds >= size)
  if (first === -1) return narrow(0, 'second')
  const [unitName, size] = UNITS[first] ?? UNITS[3]
  const [nextName, nextSize] = UNITS[first + 1] ?? ['second', 1]
  const rest = unitName === 'second' ? 0 : Math.floor((seconds % size) / nextSize)
  const whole = narrow(Math.floor(seconds / size), unitName)
  return rest === 0 ? whole : `${whole} ${narrow(rest, nextName)}`
}

const narrow = (value: number, of: 'day' | 'hour' | 'minute' | 'second'): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: of, unitDisplay: 'narrow' }).format(value)
