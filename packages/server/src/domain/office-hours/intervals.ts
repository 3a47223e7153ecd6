import { errors, problem } from '@guichet/contract/errors.ts'

/** When somebody is there, in minutes since the start of the week or of the day. */
export interface Interval {
  start_minute: number
  end_minute: number
}

export const WEEK = 10_080
export const DAY = 1440
const STEP = 15
const MOST = 200

/** The intervals of a request in the order of time: 422 for those out of bounds, off the quarter hours or overlapping. */
export function readIntervals(given: Interval[], most: number): Interval[] {
  if (given.length > MOST) throw refused(`time_intervals may hold at most ${MOST} entries`)
  const intervals = given
    .map(({ start_minute, end_minute }) => ({ start_minute, end_minute }))
    .toSorted((a, b) => a.start_minute - b.start_minute)
  for (const [at, { start_minute, end_minute }] of intervals.entries()) {
    if (start_minute < 0 || end_minute > most || start_minute >= end_minute)
      throw refused(`time_intervals must lie between 0 and ${most} and end after they start`)
    if (start_minute % STEP !== 0 || end_minute % STEP !== 0)
      throw refused('start_minute and end_minute must be on a 15-minute boundary')
    if (start_minute < (intervals[at - 1]?.end_minute ?? 0)) throw refused('time_intervals must not overlap')
  }
  return intervals
}

/** Intervals as they lie in the database. */
export const storedIntervals = (stored: unknown): Interval[] =>
  Array.isArray(stored) ? stored.filter(isInterval) : []

/** Whether there is no minute of the week without somebody. */
export const isAlways = (intervals: Interval[]): boolean =>
  intervals.reduce((open, { start_minute, end_minute }) => (start_minute > open ? open : end_minute), 0) ===
  WEEK

export const refused = (message: string) => problem(errors.officeHoursInvalid, message)

const isInterval = (value: unknown): value is Interval =>
  typeof value === 'object' && value !== null && 'start_minute' in value && 'end_minute' in value
