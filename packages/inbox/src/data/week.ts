/** A week as 672 quarters of an hour, from Monday's midnight on: whether somebody is there. */
export type Week = readonly boolean[]

/** When somebody is there, in minutes since the start of the week. */
export interface Stretch {
  start_minute: number
  end_minute: number
}

export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
export const QUARTERS = 96
const QUARTER = 15
const DAY = QUARTERS * QUARTER

export const CLOSED: Week = Array.from({ length: QUARTERS * 7 }, () => false)

export const weekOf = (stretches: readonly Stretch[]): Week =>
  CLOSED.map((_, at) =>
    stretches.some(
      ({ start_minute, end_minute }) => at * QUARTER >= start_minute && at * QUARTER < end_minute,
    ),
  )

/** The stretches of a week, none of which goes past midnight. */
export function stretchesOf(week: Week): Stretch[] {
  const found: Stretch[] = []
  for (const [at, isOpen] of week.entries()) {
    const last = found.at(-1)
    const start = at * QUARTER
    if (!isOpen) continue
    if (last?.end_minute === start && start % DAY !== 0) last.end_minute += QUARTER
    else found.push({ start_minute: start, end_minute: start + QUARTER })
  }
  return found
}

/** The stretches of one day, in minutes since its midnight. */
export const stretchesOfDay = (week: Week, day: number): Stretch[] =>
  stretchesOf(week)
    .filter(({ start_minute }) => Math.floor(start_minute / DAY) === day)
    .map(({ start_minute, end_minute }) => ({
      start_minute: start_minute - day * DAY,
      end_minute: end_minute - day * DAY,
    }))

/** `09:00–12:30, 13:30–17:00`; empty for a day on which nobody is there. */
export const hoursText = (stretches: readonly Stretch[]): string =>
  stretches
    .map(({ start_minute, end_minute }) => `${timeText(start_minute)}–${timeText(end_minute)}`)
    .join(', ')

export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * What somebody wrote of the hours of a day, such as `9-12:30, 13h30 to 17` or `9am-5pm`, in minutes since midnight and to the
 * quarter. Undefined for what cannot be read.
 */
export function readHours(text: string): Stretch[] | undefined {
  const found = text
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => {
      const [from, to, ...more] = part.split(/\s*(?:–|—|-|\bto\b|à)\s*/i).map(readTime)
      if (from === undefined || to === undefined || more.length > 0 || to <= from) return undefined
      return { start_minute: from, end_minute: to }
    })
  const read = found.filter(each => each !== undefined)
  return read.length === found.length ? read : undefined
}

function readTime(text: string): number | undefined {
  const [, hours = '', minutes = '0', half] =
    /^(\d{1,2})(?:[:h.](\d{2})?)?\s*(am|pm)?$/i.exec(text.trim()) ?? []
  if (hours === '') return undefined
  const late = half?.toLowerCase() === 'pm' && Number(hours) < 12 ? 12 : 0
  const early = half?.toLowerCase() === 'am' && Number(hours) === 12 ? -12 : 0
  const all = (Number(hours) + late + early) * 60 + Number(minutes)
  return all >= 0 && all <= DAY && Number(minutes) < 60 && all % QUARTER === 0 ? all : undefined
}

/** The week with one day as its stretches say. */
export function withDay(week: Week, day: number, stretches: readonly Stretch[]): Week {
  const hours = weekOf(stretches).slice(0, QUARTERS)
  return [...week.slice(0, day * QUARTERS), ...hours, ...week.slice((day + 1) * QUARTERS)]
}

/** The week with some quarters opened or closed. */
export const painted = (week: Week, from: number, count: number, isOpen: boolean): Week =>
  week.map((was, at) => (at >= from && at < from + count ? isOpen : was))

/** What a day is called, Monday being 0. */
export const dayLabel = (day: number, locale: string, weekday: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day))
