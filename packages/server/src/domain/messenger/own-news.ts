import { errors, problem } from '@guichet/contract/errors.ts'
import type { MessengerNewsItem, MessengerNewsList } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findLiveNews, listLiveNews } from '../news/index.ts'

type NewsView = Static<typeof MessengerNewsItem>

/** The latest of what is live on any newsfeed. */
export const latestNews = async (tx: Tx, actor: Actor, limit: number): Promise<NewsView[]> =>
  (await listLiveNews(tx, actor, limit)).map(view)

/** The latest, as a list. */
export const listNews = async (tx: Tx, actor: Actor): Promise<Static<typeof MessengerNewsList>> => ({
  type: 'list',
  data: await latestNews(tx, actor, MOST),
})

const MOST = 30

/** One that is live; 404 for a draft, and for none. */
export async function findNews(tx: Tx, actor: Actor, id: string): Promise<NewsView> {
  const item = await findLiveNews(tx, actor, id)
  if (!item) throw problem(errors.notFound)
  return view(item)
}

type LiveNews = NonNullable<Awaited<ReturnType<typeof findLiveNews>>>

const view = ({ id, title, body, labels, cover_image_url, published_at }: LiveNews): NewsView => ({
  ...{ id: String(id), title, body, labels, cover_image_url, published_at },
})
