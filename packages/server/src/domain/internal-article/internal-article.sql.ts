import { type Insertable, sql, type Updateable } from 'kysely'
import { changedLast } from '../../db/changed-last.ts'
import type { Tx } from '../../db/database.ts'
import type { InternalArticles } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type InternalArticleRow = Awaited<ReturnType<typeof selectInternalArticles>>[number]

/** Internal articles, in no order. */
export const selectInternalArticles = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('internal_articles')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** Holds an internal article until the transaction ends. */
export async function lockInternalArticle(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .selectFrom('internal_articles')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** One page of ids, those changed last first, in some folders or anywhere, and how many there are. */
export async function selectInternalArticleIds(
  tx: Tx,
  workspaceId: string,
  { folderIds, page }: { folderIds?: number[] | undefined; page: NumberedPage },
): Promise<{ ids: number[]; total: number }> {
  const all = tx
    .selectFrom('internal_articles')
    .where('workspace_id', '=', workspaceId)
    .$if(folderIds !== undefined, query =>
      query.where('folder_id', '=', sql<number>`any(${folderIds ?? []}::bigint[])`),
    )
  return changedLast(tx, all.select('id'), page)
}

type Own = 'workspace_id' | 'id' | 'created_at' | 'updated_at' | 'created_by' | 'updated_by'

export async function insertInternalArticle(
  tx: Tx,
  actor: Actor,
  row: Omit<Insertable<InternalArticles>, Own>,
): Promise<number> {
  const { id } = await tx
    .insertInto('internal_articles')
    .values({
      ...{ ...row, workspace_id: actor.workspace.id, created_by: actor.adminId, updated_by: actor.adminId },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateInternalArticleRow(
  tx: Tx,
  actor: Actor,
  id: number,
  patch: Omit<Updateable<InternalArticles>, Own>,
): Promise<void> {
  await tx
    .updateTable('internal_articles')
    .set({ ...patch, updated_by: actor.adminId, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Deletes internal articles; taggings name them without a foreign key. */
export async function deleteInternalArticleRows(tx: Tx, workspaceId: string, ids: number[]): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'internal_article')
    .where('object_id', '=', sql<string>`any(${ids.map(String)}::text[])`)
    .execute()
  await tx
    .deleteFrom('internal_articles')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}
