import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** Items that are live on a newsfeed at least, each since when it was put on the first, the newest first. */
export const selectLiveNews = (tx: Tx, workspaceId: string, { id, limit }: { id?: number; limit: number }) =>
  tx
    .selectFrom('news_items as item')
    .innerJoin('newsfeed_assignments as on', join =>
      join.onRef('on.workspace_id', '=', 'item.workspace_id').onRef('on.news_item_id', '=', 'item.id'),
    )
    .select(['item.id', 'item.title', 'item.body', 'item.labels', 'item.cover_image_url'])
    .select(sql<number>`min("on".published_at)`.as('published_at'))
    .where('item.workspace_id', '=', workspaceId)
    .where('on.workspace_id', '=', workspaceId)
    .where('item.state', '=', 'live')
    .$if(id !== undefined, query => query.where('item.id', '=', id ?? 0))
    .groupBy(['item.id', 'item.title', 'item.body', 'item.labels', 'item.cover_image_url'])
    .orderBy(sql`min("on".published_at)`, 'desc')
    .orderBy('item.id', 'desc')
    .limit(limit)
    .execute()
