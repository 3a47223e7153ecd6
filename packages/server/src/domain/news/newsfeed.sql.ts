import type { Tx } from '../../db/database.ts'
import { byId, type NumberedPage, rowsOfPage } from '../../db/numbered.ts'

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

export async function insertNewsfeed(tx: Tx, workspaceId: string, name: string, now: number): Promise<void> {
  await tx
    .insertInto('newsfeeds')
    .values({ workspace_id: workspaceId, name, created_at: now, updated_at: now })
    .execute()
}
