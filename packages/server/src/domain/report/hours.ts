import type { ReportHours } from '@guichet/contract/models/report.ts'
import type { ReportQuery } from '@guichet/contract/operations/inbox/reports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { readAsked } from './ask.ts'
import { firstReply } from './figures.ts'
import { countHours } from './hours.sql.ts'
import { mayReadReports } from './report.policy.ts'

/** In which hours of the week conversations of a period began. Every hour is there. */
export async function reportHours(
  tx: Tx,
  actor: Actor,
  query: Static<typeof ReportQuery>,
): Promise<Static<typeof ReportHours>> {
  mayReadReports(actor)
  const asked = await readAsked(tx, actor, query)
  const rows = await countHours(tx, actor.workspace.id, asked)
  const data = Array.from({ length: 7 * 24 }, (_, at) => {
    const [day, hour] = [Math.floor(at / 24) + 1, at % 24]
    const row = rows.find(each => each.day === day && each.hour === hour)
    return { day, hour, started: row?.started ?? 0, first_reply: firstReply(row) }
  })
  return { type: 'report_hours', timezone: asked.timezone, period: asked.period, data }
}
