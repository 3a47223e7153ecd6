import { DAY, type Interval, WEEK } from './intervals.ts'

/** Office hours as time is counted by: of a week, and of the days that are exceptions. */
export interface OfficeHours {
  time_zone_name: string
  /** In minutes since Monday 00:00. */
  time_intervals: Interval[]
  exceptions: ExceptionalDay[]
}

export interface ExceptionalDay {
  /** `YYYY-MM-DD` */
  date: string
  /** In minutes since midnight; none on a day that is closed. */
  time_intervals: Interval[]
  /** Whether it is one in every year. */
  recurring: boolean
}

/** Seconds of office hours between two moments, in seconds since the epoch; all of them where there are no office hours. */
export function workedTime(hours: OfficeHours | null, from: number, to: number): number {
  if (to <= from) return 0
  if (hours === null) return to - from
  const openOn = openingTimes(hours)
  const offsetAt = offsetsOf(hours.time_zone_name)
  const between = (start: number, end: number): number => {
    const offset = offsetAt(start)
    if (offset === offsetAt(end) || end - start <= MINUTE)
      return onTheClock(openOn, start + offset, end + offset)
    // The clocks are set somewhere in between: what lies before and after counts by their own time.
    const middle = Math.floor((start + end) / 2)
    return between(start, middle) + between(middle, end)
  }
  let worked = 0
  for (let at = from; at < to; at += WEEK * MINUTE) worked += between(at, Math.min(at + WEEK * MINUTE, to))
  return worked
}

const MINUTE = 60
const DAY_SECONDS = DAY * MINUTE

/** When it is open on a day, which is counted since the epoch; in minutes since midnight. */
type OpenOn = (day: number) => Interval[]

/** As `workedTime`, between two times of the clock on the wall. */
function onTheClock(openOn: OpenOn, start: number, end: number): number {
  let worked = 0
  for (let day = Math.floor(start / DAY_SECONDS); day * DAY_SECONDS < end; day += 1) {
    for (const { start_minute, end_minute } of openOn(day)) {
      const opens = day * DAY_SECONDS + start_minute * MINUTE
      const closes = day * DAY_SECONDS + end_minute * MINUTE
      worked += Math.max(Math.min(closes, end) - Math.max(opens, start), 0)
    }
  }
  return worked
}

function openingTimes({ time_intervals, exceptions }: OfficeHours): OpenOn {
  const week = Array.from({ length: 7 }, (_, day) => onWeekday(time_intervals, day))
  const dates = new Map(exceptions.map(each => [each.date, each.time_intervals]))
  const yearly = new Map(
    exceptions.filter(({ recurring }) => recurring).map(each => [each.date.slice(5), each.time_intervals]),
  )
  return day => {
    // The first day of the epoch was a Thursday, and weeks begin on Mondays.
    const usual = week[(((day + 3) % 7) + 7) % 7] ?? []
    if (dates.size === 0) return usual
    const date = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
    return dates.get(date) ?? yearly.get(date.slice(5)) ?? usual
  }
}

/** What of the intervals of a week falls on one of its days, in minutes since midnight. */
const onWeekday = (intervals: Interval[], day: number): Interval[] =>
  intervals
    .map(({ start_minute, end_minute }) => ({
      start_minute: Math.max(start_minute - day * DAY, 0),
      end_minute: Math.min(end_minute - day * DAY, DAY),
    }))
    .filter(({ start_minute, end_minute }) => end_minute > start_minute)

/** By how many seconds the clocks of a time zone are ahead of UTC at a moment. */
function offsetsOf(zone: string): (at: number) => number {
  const clock = clockOf(zone)
  return at => {
    const read = Object.fromEntries(
      clock.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Clocks take long to make and are the same for everybody; there are as many as there are time zones. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    ...({ timeZone, calendar: 'iso8601', hourCycle: 'h23' } as const),
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
  })
  clocks.set(timeZone, clock)
  return clock
}
