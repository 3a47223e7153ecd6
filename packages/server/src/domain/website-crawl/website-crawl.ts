import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type CrawlProgress, progressOf } from '../crawl-progress/index.ts'
import {
  addWebsiteSource,
  mayReadContent,
  mayWriteContent,
  requireImportSource,
} from '../import-source/index.ts'
import { addressOf } from './address.ts'
import { forgetSitemaps } from './crawl-sitemap.sql.ts'
import {
  addPages,
  type CrawlRow,
  insertCrawl,
  resetPages,
  selectCrawl,
  selectCrawled,
  updateCrawl,
} from './website-crawl.sql.ts'

/** A website to bring content from. */
export interface NewWebsite {
  url: string
  /** Whether it is crawled again by itself; so unless said. */
  sync_behavior?: 'automatic' | 'manual'
  /** How many addresses are gone to, and how many links away from the first. */
  maxPages?: number
  maxDepth?: number
}

/** Makes a source of a website, whose crawl begins when this is committed. Answers its id. */
export async function createWebsiteSource(tx: Tx, actor: Actor, website: NewWebsite): Promise<number> {
  mayWriteContent(actor)
  const { sync_behavior = 'automatic', maxPages = 500, maxDepth = 10 } = website
  const address = addressOf(website.url.trim())
  if (address === undefined) throw invalid('url must be a valid URL', 'url')
  const { id } = await addWebsiteSource(tx, actor, { url: website.url, sync_behavior })
  const max_pages = within(maxPages, { least: 1, most: 5000 })
  const max_depth = within(maxDepth, { least: 0, most: 50 })
  await insertCrawl(tx, actor, {
    ...{ source_id: id, origin: new URL(address).origin, pause: 1, max_pages, max_depth },
  })
  await addPages(tx, keyIn(actor, id), { addresses: [address], depth: 0, most: 1 })
  return id
}

/** Crawls a website again from its beginning; 404 where the source is none. */
export async function restartCrawl(tx: Tx, actor: Actor, sourceId: number): Promise<void> {
  mayWriteContent(actor)
  await requireCrawl(tx, actor, sourceId)
  await beginAgain(tx, keyIn(actor, sourceId), actor.now)
}

/** As `restartCrawl`, for a crawl that is known to be there; the next step is due at a moment. */
export async function beginAgain(
  tx: Tx,
  key: { workspace_id: string; source_id: number },
  now: number,
): Promise<void> {
  await resetPages(tx, key)
  await forgetSitemaps(tx, key)
  await updateCrawl(tx, key, {
    ...{ state: 'running', reason: null, robots: null, attempts: 0 },
    ...{ started_at: now, finished_at: null, next_at: now },
  })
}

/** How the crawl of a source stands; 404 where it has none. */
export async function crawlProgress(tx: Tx, actor: Actor, sourceId: number): Promise<CrawlProgress> {
  mayReadContent(actor)
  const { id } = await requireImportSource(tx, actor, sourceId)
  const progress = (await progressOf(tx, actor.workspace.id, [id])).get(id)
  if (!progress) throw problem(errors.notFound)
  return progress
}

/** How all crawls of the workspace stand, in the order in which their sources were made. */
export async function listCrawls(
  tx: Tx,
  actor: Actor,
): Promise<(CrawlProgress & { source_id: number; url: string })[]> {
  mayReadContent(actor)
  const sources = await selectCrawled(tx, actor.workspace.id)
  const ids = sources.map(({ source_id }) => source_id)
  const progress = await progressOf(tx, actor.workspace.id, ids)
  return sources.flatMap(source => {
    const own = progress.get(source.source_id)
    return own ? [{ ...source, ...own }] : []
  })
}

async function requireCrawl(tx: Tx, actor: Actor, sourceId: number): Promise<CrawlRow> {
  const { id } = await requireImportSource(tx, actor, sourceId)
  const row = await selectCrawl(tx, actor.workspace.id, id)
  if (!row) throw problem(errors.notFound)
  return row
}

const keyIn = (actor: Actor, sourceId: number) => ({ workspace_id: actor.workspace.id, source_id: sourceId })

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(Math.max(Math.trunc(value) || least, least), most)
