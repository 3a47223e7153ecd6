import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** How often something happened, and first and last when (milliseconds). */
export interface EventCount {
  workspaceId: string
  contactId: string
  name: string
  count: number
  firstMs: number
  lastMs: number
}

const row = (of: EventCount) => ({
  ...{ workspace_id: of.workspaceId, contact_id: of.contactId, name: of.name, count: of.count },
  ...{ first_at_ms: of.firstMs, last_at_ms: of.lastMs },
})

/** Counts one more of what may be counted already; safe beside others doing the same. */
export async function addToSummary(tx: Tx, added: EventCount): Promise<void> {
  await tx
    .insertInto('event_summaries')
    .values(row(added))
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'contact_id', 'name']).doUpdateSet({
        count: sql`event_summaries.count + excluded.count`,
        first_at_ms: sql`least(event_summaries.first_at_ms, excluded.first_at_ms)`,
        last_at_ms: sql`greatest(event_summaries.last_at_ms, excluded.last_at_ms)`,
      }),
    )
    .execute()
}

/** Puts counts in the place of those there were; no two may be of one event. */
export async function replaceSummaries(tx: Tx, counts: EventCount[]): Promise<void> {
  await tx
    .insertInto('event_summaries')
    .values(counts.map(row))
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'contact_id', 'name']).doUpdateSet(count => ({
        count: count.ref('excluded.count'),
        first_at_ms: count.ref('excluded.first_at_ms'),
        last_at_ms: count.ref('excluded.last_at_ms'),
      })),
    )
    .execute()
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]

/** What one contact did, the latest first. */
export const selectSummaries = (tx: Tx, workspaceId: string, contactId: string) =>
  tx
    .selectFrom('event_summaries')
    .leftJoin('event_types', join =>
      join
        .onRef('event_types.workspace_id', '=', 'event_summaries.workspace_id')
        .onRef('event_types.name', '=', 'event_summaries.name'),
    )
    .select([
      'event_summaries.name',
      'event_summaries.count',
      'event_summaries.first_at_ms',
      'event_summaries.last_at_ms',
      'event_types.description',
    ])
    .where('event_summaries.workspace_id', '=', workspaceId)
    .where('event_summaries.contact_id', '=', contactId)
    .orderBy('event_summaries.last_at_ms', 'desc')
    .orderBy('event_summaries.name')
    .execute()
