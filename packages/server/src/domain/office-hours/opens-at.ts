import { WEEK } from './intervals.ts'
import { type OfficeHours, workedTime } from './worked-time.ts'

/**
 * When it is open next, in seconds since the epoch: `now` where it is, as it always is without office hours. Undefined where it is
 * closed for three weeks and more.
 */
export function opensAt(hours: OfficeHours | null, now: number): number | undefined {
  const opensBy = (at: number) => workedTime(hours, now, at) > 0
  if (opensBy(now + 1)) return now
  let [closed, open] = [now + 1, now + FURTHEST]
  if (!opensBy(open)) return undefined
  while (open - closed > 1) {
    const middle = Math.floor((closed + open) / 2)
    if (opensBy(middle)) open = middle
    else closed = middle
  }
  return closed
}

const FURTHEST = 3 * WEEK * 60
