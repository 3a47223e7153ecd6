import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** Items that are live on a newsfeed at least, each since when it was put on the first, the newest first. */
export const selectLiveNews = (tx: Tx, workspaceId: string, { id, limit }: { id?: number; limit: number }) =>
  tx
    .selectFrom('news_items as item')
    .innerJoin('admins as sender', join =>
      join.onRef('sender.workspace_id', '=', 'item.workspace_id').onRef('sender.id', '=', 'item.sender_id'),
    )
    .innerJoin(
      feed =>
        feed
          .selectFrom('newsfeed_assignments')
          .select(['news_item_id', sql<number>`min(published_at)`.as('published_at')])
          .where('workspace_id', '=', workspaceId)
          .groupBy('news_item_id')
          .as('on'),
      join => join.onRef('on.news_item_id', '=', 'item.id'),
    )
    .select(['item.id', 'item.title', 'item.body', 'item.labels', 'item.cover_image_url', 'item.reactions'])
    .select(['item.audience_id', 'item.aim', 'item.updated_at', 'on.published_at', 'sender.name as author'])
    .where('item.workspace_id', '=', workspaceId)
    .where('sender.workspace_id', '=', workspaceId)
    .where('item.state', '=', 'live')
    .$if(id !== undefined, query => query.where('item.id', '=', id ?? 0))
    .orderBy('on.published_at', 'desc')
    .orderBy('item.id', 'desc')
    .limit(limit)
    .execute()

/** How a contact felt about some items. */
export async function selectReactions(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  ids: number[],
): Promise<Map<number, string | null>> {
  const rows = await tx
    .selectFrom('news_views')
    .select(['news_item_id', 'reaction'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('news_item_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return new Map(rows.map(row => [row.news_item_id, row.reaction]))
}
