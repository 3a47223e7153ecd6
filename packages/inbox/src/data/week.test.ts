import { expect, test } from 'vitest'
import { CLOSED, hoursText, readHours, stretchesOf, weekOf, withDay } from './week.ts'

test.each([
  ['9-17', '09:00–17:00'],
  ['9:00–12:30, 13h30 à 17h', '09:00–12:30, 13:30–17:00'],
  ['9am-5:30pm; 8pm to 11pm', '09:00–17:30, 20:00–23:00'],
  ['0-24', '00:00–24:00'],
  ['12am-12pm', '00:00–12:00'],
  ['', ''],
])('the hours %s are read as %s', (written, read) => {
  expect(hoursText(readHours(written) ?? [])).toBe(read)
})

test.each(['17-9', '9', '9-25', '9:07-10', 'morning', '9-10-11', '9-9', '-'])(
  'no hours are read from %s',
  written => {
    expect(readHours(written)).toBeUndefined()
  },
)

test('a week is the same after it was taken apart and put together', () => {
  const week = withDay(withDay(CLOSED, 0, readHours('22-24') ?? []), 1, readHours('0-2, 9:15-9:30') ?? [])
  expect(weekOf(stretchesOf(week))).toEqual(week)
  expect(stretchesOf(week)).toEqual([
    { start_minute: 1320, end_minute: 1440 },
    { start_minute: 1440, end_minute: 1560 },
    { start_minute: 1995, end_minute: 2010 },
  ])
})

test('every minute of the week is seven whole days', () => {
  expect(stretchesOf(CLOSED.map(() => true))).toHaveLength(7)
})
