import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { NewsItemList } from '@guichet/contract/models/news-item.ts'
import type { Newsfeed, NewsfeedList } from '@guichet/contract/models/newsfeed.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadNews, mayWriteNews } from './news.policy.ts'
import { selectLiveIds } from './news-item.sql.ts'
import { viewNewsItems } from './news-item.view.ts'
import {
  deleteNewsfeedRow,
  insertNewsfeed,
  type NewsfeedRow,
  renameNewsfeedRow,
  selectNewsfeedPage,
  selectNewsfeeds,
} from './newsfeed.sql.ts'

type NewsfeedView = Static<typeof Newsfeed>

/** Gives a workspace a newsfeed, once. */
export async function ensureNewsfeed(
  tx: Tx,
  { workspaceId, name, now }: { workspaceId: string; name: string; now: number },
): Promise<void> {
  const feeds = await selectNewsfeeds(tx, workspaceId)
  if (feeds.length === 0) await insertNewsfeed(tx, workspaceId, `${name} news`, now)
}

/** Makes a newsfeed, which the public API does not. */
export async function createNewsfeed(tx: Tx, actor: Actor, name: string): Promise<NewsfeedView> {
  mayWriteNews(actor)
  const { length } = await selectNewsfeeds(tx, actor.workspace.id)
  if (length >= MOST_FEEDS) throw invalid(`there may be at most ${MOST_FEEDS} newsfeeds`, 'name')
  return view(await insertNewsfeed(tx, actor.workspace.id, checkName(name), actor.now))
}

/** Calls a newsfeed something else. */
export async function renameNewsfeed(
  tx: Tx,
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<NewsfeedView> {
  mayWriteNews(actor)
  const feed = await requireNewsfeed(tx, actor, id)
  await renameNewsfeedRow(tx, actor, feed.id, checkName(name))
  return view(await requireNewsfeed(tx, actor, id))
}

/** Deletes a newsfeed; what was on it alone is shown nowhere any more. 400 for the last one. */
export async function deleteNewsfeed(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayWriteNews(actor)
  const feed = await requireNewsfeed(tx, actor, id)
  const { length } = await selectNewsfeeds(tx, actor.workspace.id)
  if (length === 1) throw invalid('A workspace has one newsfeed at least', 'id')
  await deleteNewsfeedRow(tx, actor.workspace.id, feed.id)
}

const MOST_FEEDS = 50

function checkName(name: string): string {
  if (name.trim() === '') throw missing('name')
  if (name.length > 255) throw invalid('name must be at most 255 characters long', 'name')
  return name.trim()
}

/** One page of newsfeeds, in the order they were made. */
export async function listNewsfeeds(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof NewsfeedList>> {
  mayReadNews(actor)
  const page = numberedPage(query, { usual: 10, most: 150 })
  const [rows, { length: total }] = await Promise.all([
    selectNewsfeedPage(tx, actor.workspace.id, page),
    selectNewsfeeds(tx, actor.workspace.id),
  ])
  return {
    type: 'list',
    pages: numberedPages(actor, '/news/newsfeeds', query, page, total),
    data: rows.map(view),
    total_count: total,
  }
}

/** One newsfeed; 404 when there is none. */
export async function findNewsfeed(tx: Tx, actor: Actor, id: string): Promise<NewsfeedView> {
  mayReadNews(actor)
  return view(await requireNewsfeed(tx, actor, id))
}

/** One page of what is live on a newsfeed, the newest first. */
export async function listNewsfeedItems(
  tx: Tx,
  actor: Actor,
  id: string,
  query: PageQuery,
): Promise<Static<typeof NewsItemList>> {
  mayReadNews(actor)
  const feed = await requireNewsfeed(tx, actor, id)
  const page = numberedPage(query, { usual: 20, most: 150 })
  const { ids, total } = await selectLiveIds(tx, actor.workspace.id, feed.id, page)
  const { next: _, ...pages } = numberedPages(actor, '', query, page, total)
  return { type: 'list', pages, data: await viewNewsItems(tx, actor, ids), total_count: total }
}

async function requireNewsfeed(tx: Tx, actor: Actor, id: string): Promise<NewsfeedRow> {
  const key = numericId(id)
  const row = (await selectNewsfeeds(tx, actor.workspace.id)).find(feed => feed.id === key)
  if (!row) throw problem(errors.notFound)
  return row
}

const view = (row: NewsfeedRow): NewsfeedView => ({
  id: String(row.id),
  type: 'newsfeed',
  name: row.name,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
