import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectLiveNews } from './live-news.sql.ts'
import { mayReadNews } from './news.policy.ts'

/** What is live on any newsfeed, the newest first. */
export async function listLiveNews(tx: Tx, actor: Actor, limit: number) {
  mayReadNews(actor)
  return selectLiveNews(tx, actor.workspace.id, { limit })
}

/** One item that is live on a newsfeed. */
export async function findLiveNews(tx: Tx, actor: Actor, id: string) {
  mayReadNews(actor)
  const [item] =
    (await byNumericId(id, key => selectLiveNews(tx, actor.workspace.id, { id: key, limit: 1 }))) ?? []
  return item
}
