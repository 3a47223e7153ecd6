import { type ExpressionBuilder, type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byId, rowsOfPage } from '../../db/numbered.ts'
import type { DB, Folders } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type FolderRow = NonNullable<Awaited<ReturnType<typeof selectFolder>>>

/** One page of folders, in the order they were made, all or those right inside one. */
export async function selectFolders(
  tx: Tx,
  workspaceId: string,
  { parentId, page }: { parentId: number | undefined; page: NumberedPage },
): Promise<{ rows: FolderRow[]; total: number }> {
  const all = tx
    .selectFrom('folders')
    .where('folders.workspace_id', '=', workspaceId)
    .$if(parentId !== undefined, query => query.where('parent_folder_id', '=', parentId ?? 0))
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(
      all.select(COLUMNS).select(folder => contentCount(folder, workspaceId).as('content_count')),
      byId('asc', 'folders.id'),
      page,
    ),
  ])
  return { rows, total }
}

export const selectFolder = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('folders')
    .select(COLUMNS)
    .select(folder => contentCount(folder, workspaceId).as('content_count'))
    .where('folders.workspace_id', '=', workspaceId)
    .where('folders.id', '=', id)
    .executeTakeFirst()

const COLUMNS = [
  ...(['folders.id', 'folders.name', 'folders.description', 'folders.emoji'] as const),
  ...(['folders.parent_folder_id', 'folders.created_at', 'folders.updated_at'] as const),
] as const

function contentCount(folder: ExpressionBuilder<DB, 'folders'>, workspaceId: string) {
  const articles = folder
    .selectFrom('articles')
    .select(sql<number>`count(*)`.as('n'))
    .where('articles.workspace_id', '=', workspaceId)
    .whereRef('articles.folder_id', '=', 'folders.id')
  const internal = folder
    .selectFrom('internal_articles')
    .select(sql<number>`count(*)`.as('n'))
    .where('internal_articles.workspace_id', '=', workspaceId)
    .whereRef('internal_articles.folder_id', '=', 'folders.id')
  return sql<number>`(${articles}) + (${internal})`
}

/** Where each folder is, and whether anything is in it; a workspace has few. */
export const selectTree = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('folders')
    .select(['folders.id', 'folders.parent_folder_id'])
    .select(folder => contentCount(folder, workspaceId).as('content_count'))
    .where('folders.workspace_id', '=', workspaceId)
    .execute()

export async function insertFolder(
  tx: Tx,
  actor: Actor,
  row: Pick<Insertable<Folders>, 'name' | 'description' | 'emoji' | 'parent_folder_id'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('folders')
    .values({ ...row, workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateFolderRow(
  tx: Tx,
  actor: Actor,
  id: number,
  patch: Pick<Updateable<Folders>, 'name' | 'description' | 'emoji' | 'parent_folder_id'>,
): Promise<void> {
  await tx
    .updateTable('folders')
    .set({ ...patch, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

export async function deleteFolderRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('folders').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
