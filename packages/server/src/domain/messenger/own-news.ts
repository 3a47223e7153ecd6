import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { MessengerNewsItem, MessengerNewsList } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findLiveNews, type LiveNews, listLiveNews, reactToNews, seeNews } from '../news/index.ts'
import { selfOf } from './messenger-actor.ts'

type NewsView = Static<typeof MessengerNewsItem>

/** The latest of what is live on any newsfeed. */
export const latestNews = async (tx: Tx, actor: Actor, limit: number): Promise<NewsView[]> =>
  (await listLiveNews(tx, actor, { contactId: selfOf(actor), limit })).map(view)

/** The latest, as a list. */
export const listNews = async (tx: Tx, actor: Actor): Promise<Static<typeof MessengerNewsList>> => ({
  type: 'list',
  data: await latestNews(tx, actor, MOST),
})

const MOST = 30

/** One that is live; 404 for a draft, and for none. */
export async function findNews(tx: Tx, actor: Actor, id: string): Promise<NewsView> {
  const item = await findLiveNews(tx, actor, { id, contactId: selfOf(actor) })
  if (!item) throw problem(errors.notFound)
  return view(item)
}

/** Says that one has read a piece of news; 404 for none that is live. */
export async function viewNews(tx: Tx, actor: Actor, id: string): Promise<void> {
  const item = await findNews(tx, actor, id)
  await seeNews(tx, actor, seenBy(actor, item))
}

/** Says how one feels about a piece of news, or nothing any more; 400 for a reaction that it does not offer. */
export async function reactToOwnNews(
  tx: Tx,
  actor: Actor,
  { id, reaction }: { id: string; reaction: string | null },
): Promise<NewsView> {
  const item = await findNews(tx, actor, id)
  if (reaction !== null && !item.reactions.includes(reaction))
    throw invalid('reaction is not among those offered', 'reaction')
  await reactToNews(tx, actor, { ...seenBy(actor, item), reaction })
  return { ...item, reaction }
}

const seenBy = (actor: Actor, { id, title }: NewsView) => ({
  ...{ itemId: Number(id), title, contactId: selfOf(actor) },
})

const view = ({ id, title, body, labels, cover_image_url, published_at, ...of }: LiveNews): NewsView => ({
  ...{ id: String(id), title, body, labels, cover_image_url, published_at },
  ...{ author: of.author, reactions: offeredIn(of.reactions), reaction: of.reaction },
})

/** The reactions an item offers: places without one are passed over. */
const offeredIn = (stored: unknown): string[] =>
  (Array.isArray(stored) ? stored : []).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  )
