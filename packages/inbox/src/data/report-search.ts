export const GROUPINGS = ['team', 'teammate', 'tag', 'channel'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Stretches of time that are picked by name. */
export const PRESETS = [
  ...(['today', 'yesterday', 'week', 'month', 'quarter', 'thisMonth', 'lastMonth', 'year'] as const),
] as const
export type Preset = (typeof PRESETS)[number]
export const USUAL_PRESET: Preset = 'month'

/** What a report was asked for, as its address keeps it. */
export interface ReportSearch {
  period?: Preset
  /** Days of one's own choice, in place of a named period. */
  from?: string
  to?: string
  kind?: 'ticket'
  team?: string
  teammate?: string
  tag?: string
  channel?: string
  by?: Grouping
}

const isOne = <V extends string>(of: readonly V[], value: unknown): value is V =>
  of.some(each => each === value)

/** Reads what the address says of a report; what makes no sense there is passed over. */
export function reportSearchOf(search: Record<string, unknown>): ReportSearch {
  const { period, from, to, kind, by } = search
  const isPeriod = isDay(from) && isDay(to) && from <= to
  const text = (name: 'team' | 'teammate' | 'tag' | 'channel') => {
    const value = search[name]
    // The address writes digits as a number.
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  return {
    ...(isOne(PRESETS, period) && { period }),
    ...(isPeriod && { from, to }),
    ...(kind === 'ticket' && { kind }),
    ...{ ...text('team'), ...text('teammate'), ...text('tag'), ...text('channel') },
    ...(isOne(GROUPINGS, by) && { by }),
  }
}

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

const DAY_MS = 86_400_000

/** Today, by the clocks of a time zone. */
export const todayIn = (timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(Date.now())

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The days that a name stands for. */
export function daysOf(preset: Preset, today: string): { from: string; to: string } {
  const first = `${today.slice(0, 7)}-01`
  const last = daysFrom(first, -1)
  const until = (days: number) => ({ from: daysFrom(today, 1 - days), to: today })
  const days: Record<Preset, { from: string; to: string }> = {
    today: until(1),
    yesterday: { from: daysFrom(today, -1), to: daysFrom(today, -1) },
    week: until(7),
    month: until(28),
    quarter: until(90),
    thisMonth: { from: first, to: today },
    lastMonth: { from: `${last.slice(0, 7)}-01`, to: last },
    year: until(365),
  }
  return days[preset]
}

/** The days a report is about. */
export const periodOf = (search: ReportSearch, timezone: string): { from: string; to: string } =>
  search.from !== undefined && search.to !== undefined
    ? { from: search.from, to: search.to }
    : daysOf(search.period ?? USUAL_PRESET, todayIn(timezone))

export const lengthOf = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
