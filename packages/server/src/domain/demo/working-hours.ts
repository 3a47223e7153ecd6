import { HOUR, MINUTE } from './stage.ts'
import { officeHours } from './workspace.ts'

/** So long before they close at the latest: what follows is still done while the workshop is open. */
const BEFORE_CLOSING = 4 * HOUR

/**
 * The last moment, up to one, at which the workshop was open and stayed so for a while: whatever the hour at which the story is told, its
 * customers wrote by day and waited for their answer in office hours, which is what reports count.
 */
export function whileOpen(at: number): number {
  let moment = at
  while (!isOpen(moment) || !isOpen(moment + BEFORE_CLOSING)) moment -= HOUR
  return moment
}

const { time_zone_name: timeZone, time_intervals } = officeHours.schedule

function isOpen(at: number): boolean {
  const minute = minuteOfWeek(at)
  return time_intervals.some(({ start_minute, end_minute }) => minute >= start_minute && minute < end_minute)
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Minutes from Monday midnight, by the clocks of the workshop. */
function minuteOfWeek(at: number): number {
  const parts = new Map(clock.formatToParts(at * 1000).map(({ type, value }) => [type, value]))
  const day = DAYS.indexOf(parts.get('weekday') ?? '')
  return (day * 24 + Number(parts.get('hour'))) * MINUTE + Number(parts.get('minute'))
}
