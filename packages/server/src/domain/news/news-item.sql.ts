import { type ExpressionBuilder, sql } from 'kysely'
import { changedLast } from '../../db/changed-last.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { DB } from '../../db/schema.d.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type NewsItemRow = Awaited<ReturnType<typeof selectNewsItems>>[number]

/** A newsfeed an item is on, and since when. */
export interface Assignment {
  newsfeed_id: number
  published_at: number
}

/** News items with the newsfeeds they are on, in no order. */
export const selectNewsItems = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('news_items')
    .selectAll('news_items')
    .select(item => sql<Assignment[]>`${assignments(item, workspaceId)}`.as('assignments'))
    .where('news_items.workspace_id', '=', workspaceId)
    .where('news_items.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

const assignments = (item: ExpressionBuilder<DB, 'news_items'>, workspaceId: string) =>
  item
    .selectFrom('newsfeed_assignments')
    .select(
      sql<
        Assignment[]
      >`coalesce(json_agg(json_build_object('newsfeed_id', newsfeed_id, 'published_at', published_at) order by newsfeed_id), '[]')`.as(
        'all',
      ),
    )
    .where('newsfeed_assignments.workspace_id', '=', workspaceId)
    .whereRef('newsfeed_assignments.news_item_id', '=', 'news_items.id')

/** One page of ids, those changed last first, and how many there are. */
export async function selectNewsItemIds(tx: Tx, workspaceId: string, page: NumberedPage) {
  const all = tx.selectFrom('news_items').where('workspace_id', '=', workspaceId)
  return changedLast(tx, all.select('id'), page)
}

/** One page of the ids of what is live on a newsfeed, the newest first, and how many there are. */
export async function selectLiveIds(tx: Tx, workspaceId: string, newsfeedId: number, page: NumberedPage) {
  const all = tx
    .selectFrom('newsfeed_assignments as on')
    .innerJoin('news_items as item', join =>
      join.onRef('item.workspace_id', '=', 'on.workspace_id').onRef('item.id', '=', 'on.news_item_id'),
    )
    .where('on.workspace_id', '=', workspaceId)
    .where('on.newsfeed_id', '=', newsfeedId)
    .where('item.state', '=', 'live')
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    all
      .select('item.id')
      .orderBy('on.published_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(page.perPage)
      .offset(page.offset)
      .execute(),
  ])
  return { ids: rows.map(row => row.id), total }
}

/** What a request says of a news item. */
export interface NewsPatch {
  title?: string
  body?: string
  sender_id?: number
  state?: 'draft' | 'live'
  deliver_silently?: boolean
  labels?: string[]
  reactions?: (string | null)[]
}

export async function insertNewsItem(
  tx: Tx,
  actor: Actor,
  { reactions, ...row }: Required<NewsPatch>,
): Promise<number> {
  const { id } = await tx
    .insertInto('news_items')
    .values({
      ...{ ...row, workspace_id: actor.workspace.id, reactions: json(reactions) },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether there is such an item. */
export async function updateNewsItemRow(
  tx: Tx,
  actor: Actor,
  id: number,
  { reactions, ...patch }: NewsPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('news_items')
    .set({
      ...{ ...patch, ...(reactions && { reactions: json(reactions) }), updated_at: actor.now },
      // What somebody puts live by hand waits for no moment any more.
      ...(patch.state === 'live' && { scheduled_at: null }),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether there was such an item. */
export async function deleteNewsItemRow(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('news_items')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function replaceAssignments(
  tx: Tx,
  workspaceId: string,
  newsItemId: number,
  assigned: Assignment[],
): Promise<void> {
  await tx
    .deleteFrom('newsfeed_assignments')
    .where('workspace_id', '=', workspaceId)
    .where('news_item_id', '=', newsItemId)
    .execute()
  if (assigned.length === 0) return
  await tx
    .insertInto('newsfeed_assignments')
    .values(assigned.map(each => ({ workspace_id: workspaceId, news_item_id: newsItemId, ...each })))
    .execute()
}
