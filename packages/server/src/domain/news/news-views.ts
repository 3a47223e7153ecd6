import type { NewsReach } from '@guichet/contract/models/news-delivery.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { newsReceived } from './news.events.ts'
import { insertView, selectReach, updateReaction } from './news-views.sql.ts'

interface View {
  itemId: number
  title: string
  contactId: string
}

/** Keeps that a contact read an item; the first time is told. */
export async function seeNews(tx: Tx, actor: Actor, view: View): Promise<void> {
  if (await insertView(tx, actor, view)) await append(tx, actor, newsReceived(view))
}

/** Keeps how a contact feels about an item, which they have then seen; null takes it back. */
export async function reactToNews(
  tx: Tx,
  actor: Actor,
  view: View & { reaction: string | null },
): Promise<void> {
  await seeNews(tx, actor, view)
  await updateReaction(tx, actor, view)
}

export type Reach = Static<typeof NewsReach>

/** How far some items reached, by item. */
export async function reachOf(tx: Tx, actor: Actor, ids: number[]): Promise<(id: number) => Reach> {
  const rows = ids.length === 0 ? [] : await selectReach(tx, actor.workspace.id, ids)
  const byItem = Map.groupBy(rows, row => row.news_item_id)
  return id => {
    const own = byItem.get(id) ?? []
    const reactions = own
      .flatMap(({ reaction, count }) => (reaction === null ? [] : [{ reaction, count }]))
      .toSorted((a, b) => b.count - a.count)
    return { seen: own.reduce((sum, { count }) => sum + count, 0), reactions }
  }
}
