import type { Tx } from '../../db/database.ts'
import { byId, type NumberedPage, rowsOfPage } from '../../db/numbered.ts'
import type { Actor } from '../actor.ts'

export type NewsfeedRow = Awaited<ReturnType<typeof selectNewsfeeds>>[number]

/** Every newsfeed of the workspace, in the order they were made; there are few. */
export const selectNewsfeeds = (tx: Tx, workspaceId: string) =>
  newsfeedsOf(tx, workspaceId).orderBy('id').execute()

/** One page of them. */
export const selectNewsfeedPage = (tx: Tx, workspaceId: string, page: NumberedPage) =>
  rowsOfPage(newsfeedsOf(tx, workspaceId), byId('asc'), page)

const newsfeedsOf = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('newsfeeds')
    .select(['id', 'name', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)

export const insertNewsfeed = (
  tx: Tx,
  workspaceId: string,
  name: string,
  now: number,
): Promise<NewsfeedRow> =>
  tx
    .insertInto('newsfeeds')
    .values({ workspace_id: workspaceId, name, created_at: now, updated_at: now })
    .returning(['id', 'name', 'created_at', 'updated_at'])
    .executeTakeFirstOrThrow()

export async function renameNewsfeedRow(tx: Tx, actor: Actor, id: number, name: string): Promise<void> {
  await tx
    .updateTable('newsfeeds')
    .set({ name, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

export async function deleteNewsfeedRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('newsfeeds').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
