import { expect, test } from 'vitest'
import { type ExceptionalDay, type OfficeHours, workedTime } from './worked-time.ts'

const HOUR = 3600
const at = (iso: string): number => Date.parse(iso) / 1000
const day = (weekday: number, from: number, to: number) => ({
  start_minute: weekday * 1440 + from * 60,
  end_minute: weekday * 1440 + to * 60,
})

/** Nine to five from Monday to Friday. */
const weekdays = Array.from({ length: 5 }, (_, weekday) => day(weekday, 9, 17))
const always = [{ start_minute: 0, end_minute: 10_080 }]
const open = (more: Partial<OfficeHours> = {}): OfficeHours => ({
  ...{ time_zone_name: 'UTC', time_intervals: weekdays, exceptions: [] },
  ...more,
})

const hoursWorked = (hours: OfficeHours | null, from: string, to: string) =>
  workedTime(hours, at(from), at(to)) / HOUR

test.each([
  ['within a day', '2026-11-23T10:00Z', '2026-11-23T12:30Z', 2.5],
  ['before it opens', '2026-11-23T06:00Z', '2026-11-23T09:30Z', 0.5],
  ['over a night', '2026-11-23T16:00Z', '2026-11-24T10:00Z', 2],
  ['over a weekend', '2026-11-20T16:30Z', '2026-11-23T09:30Z', 1],
  ['on a weekend', '2026-11-21T10:00Z', '2026-11-22T10:00Z', 0],
  ['over a week', '2026-11-23T00:00Z', '2026-11-30T00:00Z', 40],
  ['over a year of 261 weekdays', '2026-01-01T00:00Z', '2027-01-01T00:00Z', 261 * 8],
  ['for no time', '2026-11-23T10:00Z', '2026-11-23T10:00Z', 0],
  ['backwards', '2026-11-23T12:00Z', '2026-11-23T10:00Z', 0],
])('of the time %s, office hours count', (_, from, to, hours) => {
  expect(hoursWorked(open(), from, to)).toBe(hours)
})

test('without office hours all of the time counts', () => {
  expect(hoursWorked(null, '2026-11-21T10:00Z', '2026-11-22T10:00Z')).toBe(24)
  expect(hoursWorked(open({ time_intervals: always }), '2026-11-21T10:00Z', '2026-11-22T10:00Z')).toBe(24)
  expect(hoursWorked(open({ time_intervals: [] }), '2026-11-21T10:00Z', '2026-11-24T10:00Z')).toBe(0)
})

test('hours are those of the time zone, in summer and in winter', () => {
  const paris = open({ time_zone_name: 'Europe/Paris' })
  expect(hoursWorked(paris, '2026-07-06T00:00Z', '2026-07-06T08:00Z')).toBe(1)
  expect(hoursWorked(paris, '2026-12-07T00:00Z', '2026-12-07T08:00Z')).toBe(0)
  expect(hoursWorked(paris, '2026-12-07T00:00Z', '2026-12-07T08:30Z')).toBe(0.5)
  const kolkata = open({ time_zone_name: 'Asia/Kolkata' })
  expect(hoursWorked(kolkata, '2026-11-23T03:30Z', '2026-11-23T05:00Z')).toBe(1.5)
})

test('an hour that the clocks skip or repeat counts as often as there is one', () => {
  const newYork = open({ time_zone_name: 'America/New_York', time_intervals: always })
  expect(hoursWorked(newYork, '2026-03-08T05:00Z', '2026-03-09T04:00Z')).toBe(23)
  expect(hoursWorked(newYork, '2026-11-01T04:00Z', '2026-11-02T05:00Z')).toBe(25)
  const early = open({ time_zone_name: 'America/New_York', time_intervals: [day(6, 0, 4)] })
  expect(hoursWorked(early, '2026-03-08T00:00Z', '2026-03-09T00:00Z')).toBe(3)
  expect(hoursWorked(early, '2026-11-01T00:00Z', '2026-11-02T00:00Z')).toBe(5)
})

test('intervals may lie across midnights', () => {
  const night = open({ time_intervals: [{ start_minute: 20 * 60, end_minute: 52 * 60 }] })
  expect(hoursWorked(night, '2026-11-23T00:00Z', '2026-11-30T00:00Z')).toBe(32)
})

test('on days that are exceptions their own hours count, and on some in every year', () => {
  const exceptions: ExceptionalDay[] = [
    { date: '2026-11-24', time_intervals: [], recurring: false },
    { date: '2026-11-28', time_intervals: [{ start_minute: 600, end_minute: 660 }], recurring: false },
    { date: '2020-12-25', time_intervals: [], recurring: true },
    { date: '2025-12-25', time_intervals: [{ start_minute: 0, end_minute: 60 }], recurring: false },
  ]
  const hours = open({ exceptions })
  expect(hoursWorked(hours, '2026-11-23T00:00Z', '2026-11-30T00:00Z')).toBe(33)
  expect(hoursWorked(hours, '2026-12-25T00:00Z', '2026-12-26T00:00Z')).toBe(0)
  expect(hoursWorked(hours, '2025-12-25T00:00Z', '2025-12-26T00:00Z')).toBe(1)
})

test('what was imported from long ago is counted the same', () => {
  const paris = open({ time_zone_name: 'Europe/Paris' })
  expect(workedTime(paris, 0, at('1970-01-02T00:00Z')) / HOUR).toBe(8)
  const weeks = Math.floor((at('2026-11-23T00:00Z') - at('1970-01-05T00:00Z')) / (7 * 24 * HOUR))
  expect(hoursWorked(paris, '1970-01-05T00:00Z', '2026-11-23T00:00Z')).toBe(weeks * 40)
})
