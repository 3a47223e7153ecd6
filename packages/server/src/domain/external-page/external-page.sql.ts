import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byId, rowsOfPage } from '../../db/numbered.ts'
import type { ExternalPages } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type PageRow = NonNullable<Awaited<ReturnType<typeof selectPage>>>

/** One page of pages, the newest first, and how many there are. */
export async function selectPages(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
): Promise<{ rows: PageRow[]; total: number }> {
  const all = tx.selectFrom('external_pages').where('workspace_id', '=', workspaceId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(all.selectAll(), byId('desc'), page),
  ])
  return { rows, total }
}

export const selectPage = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('external_pages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The page a source has under an id of its own. */
export const selectPageNamed = (tx: Tx, workspaceId: string, sourceId: number, externalId: string) =>
  tx
    .selectFrom('external_pages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()

export const selectIdsOfSource = (tx: Tx, workspaceId: string, sourceId: number) =>
  tx
    .selectFrom('external_pages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .execute()

/** What a request says of a page. */
export type PagePatch = Pick<
  Updateable<ExternalPages>,
  | 'title'
  | 'html'
  | 'url'
  | 'source_id'
  | 'external_id'
  | 'ai_chatbot_availability'
  | 'ai_copilot_availability'
  | 'ai_sales_agent_availability'
>

type NewPage = Pick<Insertable<ExternalPages>, 'title' | 'html' | 'url' | 'source_id' | 'external_id'> &
  PagePatch

/** Makes the page, or changes the one its source has under that id, in one statement; answers which one it is. */
export function upsertPage(
  tx: Tx,
  actor: Actor,
  { row, flags }: { row: NewPage; flags: Required<Pick<PagePatch, `ai_${string}` & keyof PagePatch>> },
): Promise<{ id: number }> {
  const times = { last_ingested_at: actor.now, updated_at: actor.now, updated_by: actor.adminId }
  return tx
    .insertInto('external_pages')
    .values({
      ...{ ...flags, ...row, ...times },
      ...{ workspace_id: actor.workspace.id, created_by: actor.adminId, created_at: actor.now },
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'source_id', 'external_id']).doUpdateSet({ ...row, ...times }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function updatePageRow(tx: Tx, actor: Actor, id: number, patch: PagePatch): Promise<void> {
  await tx
    .updateTable('external_pages')
    .set({ ...patch, last_ingested_at: actor.now, updated_at: actor.now, updated_by: actor.adminId })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Deletes pages; taggings name them without a foreign key. */
export async function deletePageRows(tx: Tx, workspaceId: string, ids: number[]): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'external_content')
    .where('object_id', '=', sql<string>`any(${ids.map(String)}::text[])`)
    .execute()
  await tx
    .deleteFrom('external_pages')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}
