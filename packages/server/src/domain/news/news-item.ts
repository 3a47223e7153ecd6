import { errors, problem } from '@guichet/contract/errors.ts'
import type { DeletedNewsItem, NewsItemList } from '@guichet/contract/models/news-item.ts'
import type { NewsItemRequest } from '@guichet/contract/operations/news.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadNews, mayWriteNews } from './news.policy.ts'
import { readNews } from './news-item.input.ts'
import {
  deleteNewsItemRow,
  insertNewsItem,
  replaceAssignments,
  selectNewsItemIds,
  updateNewsItemRow,
} from './news-item.sql.ts'
import { type NewsItemView, viewNewsItems } from './news-item.view.ts'

type NewsRequest = Static<typeof NewsItemRequest>

/** One page of news items, live or not, those changed last first. */
export async function listNewsItems(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof NewsItemList>> {
  mayReadNews(actor)
  const page = numberedPage(query, { usual: 10, most: 150 })
  const { ids, total } = await selectNewsItemIds(tx, actor.workspace.id, page)
  return {
    type: 'list',
    pages: numberedPages(actor, '/news/news_items', query, page, total),
    data: await viewNewsItems(tx, actor, ids),
    total_count: total,
  }
}

/** One news item; 404 when there is none. */
export async function findNewsItem(tx: Tx, actor: Actor, id: string): Promise<NewsItemView> {
  mayReadNews(actor)
  const [view] = await viewNewsItems(tx, actor, [numericId(id) ?? 0])
  if (!view) throw problem(errors.notFound)
  return view
}

/** Makes a news item; without reactions of its own it has four empty places for them. */
export async function createNewsItem(tx: Tx, actor: Actor, request: NewsRequest): Promise<NewsItemView> {
  mayWriteNews(actor)
  const { patch, assigned = [] } = await readNews(tx, actor, request)
  const id = await insertNewsItem(tx, actor, {
    ...{ body: '', state: 'draft', deliver_silently: false, labels: [], reactions: [null, null, null, null] },
    ...patch,
  })
  await replaceAssignments(tx, actor.workspace.id, id, assigned)
  return findNewsItem(tx, { ...actor, scopes: 'all' }, String(id))
}

/** Changes a news item; what a request leaves out stays. */
export async function updateNewsItem(
  tx: Tx,
  actor: Actor,
  id: string,
  request: NewsRequest,
): Promise<NewsItemView> {
  mayWriteNews(actor)
  const key = numericId(id)
  const { patch, assigned } = await readNews(tx, actor, request)
  if (key === undefined || !(await updateNewsItemRow(tx, actor, key, patch))) throw problem(errors.notFound)
  if (assigned) await replaceAssignments(tx, actor.workspace.id, key, assigned)
  return findNewsItem(tx, { ...actor, scopes: 'all' }, id)
}

/** Deletes a news item, which leaves its newsfeeds; 404 when there is none. */
export async function deleteNewsItem(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedNewsItem>> {
  mayWriteNews(actor)
  const key = numericId(id)
  if (key === undefined || !(await deleteNewsItemRow(tx, actor.workspace.id, key)))
    throw problem(errors.notFound)
  return { id: String(key), object: 'news-item', deleted: true }
}
