import { invalid } from '@guichet/contract/errors.ts'
import type { ReportQuery } from '@guichet/contract/operations/inbox/reports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectEnds } from './period.sql.ts'

/** Days in the time zone of the workspace, both included, and the seconds they begin and end with. */
export interface Period {
  from: string
  to: string
  since: number
  until: number
}

/** What is counted. */
export interface Asked {
  period: Period
  isTicket: boolean
  teamId: number | undefined
  adminId: number | undefined
  tagId: number | undefined
  channel: string | undefined
  /** IANA name: days and hours are those of the workspace. */
  timezone: string
}

/** What a request wants to know; 400 where it makes no sense. */
export async function readAsked(tx: Tx, actor: Actor, query: Static<typeof ReportQuery>): Promise<Asked> {
  const { from, to, kind, team_id, admin_id, tag_id, channel } = query
  const days = daysFrom(from, to)
  const { timezone } = actor.workspace
  const [ends] = await selectEnds(tx, timezone, [{ from: days.from, to: days.to }])
  return {
    period: { ...days, ...requireEnds(ends) },
    isTicket: kind === 'ticket',
    teamId: idFrom(team_id, 'team_id'),
    adminId: idFrom(admin_id, 'admin_id'),
    tagId: idFrom(tag_id, 'tag_id'),
    ...{ channel, timezone },
  }
}

/** The same of as many days before. */
export async function askedBefore(tx: Tx, asked: Asked): Promise<Asked> {
  const { from, to } = asked.period
  const length = daysBetween(from, to) + 1
  const before = { from: dayAfter(from, -length), to: dayAfter(from, -1) }
  const [ends] = await selectEnds(tx, asked.timezone, [before])
  return { ...asked, period: { ...before, ...requireEnds(ends) } }
}

const requireEnds = (ends: { since: number; until: number } | undefined) => {
  if (!ends) throw new Error('a period has no ends')
  return ends
}

/** Ten years. */
const MOST_DAYS = 3660

function daysFrom(from: string, to: string): { from: string; to: string } {
  for (const [name, day] of Object.entries({ from, to }))
    if (!isDay(day)) throw invalid(`${name} must be a day such as 2026-11-25`, name)
  if (from > to) throw invalid('from must not be after to', 'from')
  if (daysBetween(from, to) >= MOST_DAYS) throw invalid(`a period has at most ${MOST_DAYS} days`, 'from')
  return { from, to }
}

const isDay = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text

function idFrom(text: string | undefined, field: string): number | undefined {
  if (text === undefined) return undefined
  const id = numericId(text)
  if (id === undefined) throw invalid(`${field} is no id`, field)
  return id
}

const DAY_MS = 86_400_000

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
