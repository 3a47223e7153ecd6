import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** The moment before which nothing is kept of a workspace. */
export async function selectKeptFrom(tx: Tx, workspaceId: string): Promise<number> {
  const row = await tx
    .selectFrom('workspaces')
    .select('history_from')
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.history_from ?? 0
}

/** The workspaces that do not keep their history for ever, with the time it is in each. */
export async function selectLimited(
  unguarded: Tx,
  now: number,
  workspaceId: string | undefined,
): Promise<{ id: string; now: number; days: number }[]> {
  const rows = await unguarded
    .selectFrom('workspaces')
    .select(['id', 'history_days', workspaceNow(now).as('now')])
    .where('history_days', 'is not', null)
    .$if(workspaceId !== undefined, query => query.where('id', '=', workspaceId ?? ''))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, now, history_days }) =>
    history_days === null ? [] : [{ id, now, days: history_days }],
  )
}

export async function updateKeptDays(tx: Tx, workspaceId: string, days: number | null): Promise<void> {
  await tx.updateTable('workspaces').set({ history_days: days }).where('id', '=', workspaceId).execute()
}

export async function trimWorkspace(tx: Tx, workspaceId: string, before: number): Promise<void> {
  await sql`select history.trim(${workspaceId}, ${before}::bigint)`.execute(tx)
}
