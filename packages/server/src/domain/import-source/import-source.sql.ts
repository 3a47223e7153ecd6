import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byId, rowsOfPage } from '../../db/numbered.ts'
import type { ContentImportSources } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type SourceRow = NonNullable<Awaited<ReturnType<typeof selectSource>>>

/** One page of sources, in the order they were made, and how many there are. */
export async function selectSources(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
): Promise<{ rows: SourceRow[]; total: number }> {
  const all = tx.selectFrom('content_import_sources').where('workspace_id', '=', workspaceId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(all.select(COLUMNS), byId('asc'), page),
  ])
  return { rows, total }
}

export const selectSource = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('content_import_sources')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The sources of some ids. */
export const selectSourcesOf = (tx: Tx, workspaceId: string, ids: number[]): Promise<SourceRow[]> =>
  tx
    .selectFrom('content_import_sources')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

const COLUMNS = [
  'id',
  'sync_behavior',
  'status',
  'url',
  'last_synced_at',
  'created_at',
  'updated_at',
] as const

export const insertSource = (
  tx: Tx,
  actor: Actor,
  row: Pick<Insertable<ContentImportSources>, 'sync_behavior' | 'status' | 'url'>,
): Promise<SourceRow> =>
  tx
    .insertInto('content_import_sources')
    .values({
      ...{ ...row, workspace_id: actor.workspace.id, last_synced_at: actor.now },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateSourceRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  patch: Pick<Updateable<ContentImportSources>, 'status' | 'url'>,
): Promise<SourceRow> =>
  tx
    .updateTable('content_import_sources')
    .set({ ...patch, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export async function touchSource(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx
    .updateTable('content_import_sources')
    .set({ last_synced_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** The ids of what a source brought. */
export async function selectPageIds(tx: Tx, workspaceId: string, sourceId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('external_pages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .execute()
  return rows.map(row => row.id)
}

/** Deletes a source with the pages it brought. */
export async function deleteSourceRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('content_import_sources')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
