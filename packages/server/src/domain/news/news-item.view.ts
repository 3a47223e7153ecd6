import type { NewsItem } from '@guichet/contract/models/news-item.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type NewsItemRow, selectNewsItems } from './news-item.sql.ts'

export type NewsItemView = Static<typeof NewsItem>

/** The news items of these ids, in their order; ids of none are left out. */
export async function viewNewsItems(tx: Tx, actor: Actor, ids: number[]): Promise<NewsItemView[]> {
  const rows = ids.length === 0 ? [] : await selectNewsItems(tx, actor.workspace.id, ids)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [viewNewsItem(actor, row)] : []
  })
}

const viewNewsItem = (actor: Actor, row: NewsItemRow): NewsItemView => ({
  id: String(row.id),
  type: 'news-item',
  workspace_id: actor.workspace.id,
  title: row.title,
  body: row.body,
  sender_id: row.sender_id,
  state: row.state,
  labels: row.labels,
  cover_image_url: row.cover_image_url,
  reactions: readReactions(row.reactions),
  deliver_silently: row.deliver_silently,
  created_at: row.created_at,
  updated_at: row.updated_at,
  newsfeed_assignments: row.assignments,
})

const readReactions = (stored: unknown): (string | null)[] =>
  Array.isArray(stored) ? stored.map(each => (typeof each === 'string' ? each : null)) : []
