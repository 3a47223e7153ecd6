import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import type { Collections } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

/** Which collections are meant: those at the top, those inside others, or all. */
export type Level = 'top' | 'inner' | 'any'

export type CollectionRow = NonNullable<Awaited<ReturnType<typeof selectCollection>>>

/** One page of collections, those changed last first, and how many there are. */
export async function selectCollections(
  tx: Tx,
  workspaceId: string,
  { level, page }: { level: Level; page: NumberedPage },
): Promise<{ rows: CollectionRow[]; total: number }> {
  const all = collectionsAt(tx, workspaceId, level)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(all.select(COLUMNS), byTime('updated_at'), page),
  ])
  return { rows, total }
}

export const selectCollection = (tx: Tx, workspaceId: string, id: number, level: Level) =>
  collectionsAt(tx, workspaceId, level).select(COLUMNS).where('id', '=', id).executeTakeFirst()

const COLUMNS = [
  ...(['id', 'help_center_id', 'parent_id', 'icon', 'position', 'contents'] as const),
  ...(['created_at', 'updated_at'] as const),
] as const

const collectionsAt = (tx: Tx, workspaceId: string, level: Level) =>
  tx
    .selectFrom('collections')
    .where('workspace_id', '=', workspaceId)
    .$if(level === 'top', query => query.where('parent_id', 'is', null))
    .$if(level === 'inner', query => query.where('parent_id', 'is not', null))

/** Where each collection is; a workspace has few. */
export const selectPlaces = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('collections')
    .select(['id', 'parent_id', 'help_center_id'])
    .where('workspace_id', '=', workspaceId)
    .execute()

export const selectRefs = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('collections')
    .select(['id', 'parent_id', 'help_center_id', 'contents'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** Puts a collection after its siblings. */
export async function insertCollection(
  tx: Tx,
  actor: Actor,
  row: Pick<Insertable<Collections>, 'help_center_id' | 'parent_id' | 'contents'>,
): Promise<number> {
  const { position } = await tx
    .selectFrom('collections')
    .select(sql<number>`coalesce(max(position), 0) + 1`.as('position'))
    .where('workspace_id', '=', actor.workspace.id)
    .where('help_center_id', '=', row.help_center_id)
    .where(sql<boolean>`parent_id is not distinct from ${row.parent_id}::bigint`)
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('collections')
    .values({
      ...row,
      ...{ workspace_id: actor.workspace.id, position, created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateCollectionRow(
  tx: Tx,
  actor: Actor,
  id: number,
  patch: Pick<Updateable<Collections>, 'contents' | 'parent_id'>,
): Promise<void> {
  await tx
    .updateTable('collections')
    .set({ ...patch, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Deletes a collection with those inside it; its articles stay, without it. */
export async function deleteCollectionRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('collections').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** The collections beside one another under a parent in their order, held until the transaction ends. */
export const lockSiblings = (
  tx: Tx,
  workspaceId: string,
  { helpCenterId, parentId }: { helpCenterId: number; parentId: number | null },
) =>
  tx
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('help_center_id', '=', helpCenterId)
    .where(sql<boolean>`parent_id is not distinct from ${parentId}::bigint`)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Puts collections into an order. */
export async function orderCollections(tx: Tx, workspaceId: string, ids: number[]): Promise<void> {
  await tx
    .updateTable('collections')
    .set({ position: sql`array_position(${ids}::bigint[], id)` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where(sql<boolean>`position is distinct from array_position(${ids}::bigint[], id)`)
    .execute()
}
