import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

/** Remembers that a conversation was deleted, with its numbers where those are to stay. */
export async function insertDeleted(
  tx: Tx,
  actor: Actor,
  { id, metrics }: { id: number; metrics: object | null },
): Promise<void> {
  await tx
    .insertInto('deleted_conversations')
    .values({
      workspace_id: actor.workspace.id,
      id,
      retain_metrics: metrics !== null,
      metrics: metrics && json(metrics),
      deleted_at: actor.now,
    })
    .execute()
}

/** Everything that hangs on a conversation goes with it; taggings name it without a foreign key. */
export async function deleteRows(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'conversation')
    .where('object_id', '=', String(id))
    .execute()
  await tx.deleteFrom('conversations').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

export interface DeletedRow {
  id: number
  retain_metrics: boolean
  deleted_at: number
}

/** One page of the deleted conversations by when they were deleted, and how many there are. */
export async function selectDeleted(
  tx: Tx,
  workspaceId: string,
  { page, order }: { page: NumberedPage; order: 'asc' | 'desc' },
): Promise<{ rows: DeletedRow[]; total: number }> {
  const all = tx.selectFrom('deleted_conversations').where('workspace_id', '=', workspaceId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(
      all.select(['id', 'retain_metrics', 'deleted_at']),
      { ...byTime('deleted_at'), name: `deleted_at ${order}`, direction: order },
      page,
    ),
  ])
  return { rows, total }
}
