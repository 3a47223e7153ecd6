import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { workspaceNow } from '../db/workspace-now.ts'

/** Keeps the events of a workspace for some days, at least 7, or with null for ever. */
export async function keepEvents(tx: Tx, workspaceId: string, days: number | null): Promise<void> {
  await tx
    .insertInto('event_streams')
    .values({ workspace_id: workspaceId, kept_days: days })
    .onConflict(conflict => conflict.column('workspace_id').doUpdateSet({ kept_days: days }))
    .execute()
}

/** The workspaces that do not keep their events for ever, and since when they do, by their clocks: needs the unguarded lane. */
export const selectTrimmed = (
  read: Tx,
  now: number,
): Promise<{ workspace_id: string; kept_since: number }[]> =>
  read
    .selectFrom('event_streams')
    .innerJoin('workspaces', 'workspaces.id', 'event_streams.workspace_id')
    .select('event_streams.workspace_id')
    .select(sql<number>`${workspaceNow(now)} - kept_days * ${DAY}::bigint`.as('kept_since'))
    .where('kept_days', 'is not', null)
    .execute()

const DAY = 86_400

/** The oldest events of a workspace. */
export const selectOldest = (
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<{ sequence: number; created_at: number }[]> =>
  tx
    .selectFrom('event_log')
    .select(['sequence', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('sequence')
    .limit(limit)
    .execute()

/** Forgets the events of a workspace up to a sequence, and that there were any before. */
export async function deleteEventsUpTo(tx: Tx, workspaceId: string, sequence: number): Promise<void> {
  await tx
    .updateTable('event_streams')
    .set({ trimmed_to: sequence })
    .where('workspace_id', '=', workspaceId)
    .where('trimmed_to', '<', sequence)
    .execute()
  await tx
    .deleteFrom('event_log')
    .where('workspace_id', '=', workspaceId)
    .where('sequence', '<=', sequence)
    .execute()
}
