import type { ReportGroups } from '@guichet/contract/models/report.ts'
import type { reports } from '@guichet/contract/operations/inbox/reports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { readAsked } from './ask.ts'
import { firstReply, ratings, resolution } from './figures.ts'
import { groupRatings, groupStarted, groupTurns, selectNames } from './groups.sql.ts'
import { mayReadReports } from './report.policy.ts'

/** The figures of a period by what conversations have in common, the largest group first. */
export async function reportGroups(
  tx: Tx,
  actor: Actor,
  { by, ...query }: Static<typeof reports.groups.query>,
): Promise<Static<typeof ReportGroups>> {
  mayReadReports(actor)
  const asked = await readAsked(tx, actor, query)
  const { id: workspaceId } = actor.workspace
  const [begun, rated, turned] = await Promise.all([
    groupStarted(tx, workspaceId, asked, by),
    groupRatings(tx, workspaceId, asked, by),
    groupTurns(tx, workspaceId, asked, by),
  ])
  const keys = [...new Set([...begun, ...rated, ...turned].map(({ key }) => key))]
  const names = await selectNames(
    tx,
    workspaceId,
    by,
    keys.flatMap(key => key ?? []),
  )
  const of = <R extends { key: string | null }>(rows: R[], key: string | null) =>
    rows.find(row => row.key === key)
  const data = keys.map(key => {
    const begins = of(begun, key)
    return {
      ...{ id: key, name: key === null ? null : (names.get(key) ?? null) },
      ...{ started: begins?.started ?? 0, closed: of(turned, key)?.closed ?? 0 },
      ...{ first_reply: firstReply(begins), resolution: resolution(begins) },
      ratings: ratings(of(rated, key)),
    }
  })
  const bySize = data.toSorted((a, b) => b.started - a.started || b.closed - a.closed)
  return { type: 'report_groups', by, period: asked.period, data: bySize }
}
