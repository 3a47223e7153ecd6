import type { Database, Tx } from '../../db/database.ts'
import type { Egress } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { Actor } from '../actor.ts'
import { dropPageNamed, saveExternalPage } from '../external-page/index.ts'
import { systemActor } from '../system-actor.ts'
import { addSitemaps, settleSitemap, type TakenSitemap, takeSitemap } from './crawl-sitemap.sql.ts'
import { fetchSitemap, type SitemapSeen, sitemapsOf } from './fetch-sitemap.ts'
import { readRobots } from './robots.ts'
import { fetchRobots, type Visit, visit } from './visit.ts'
import {
  addPages,
  type CrawlRow,
  type DueCrawl,
  lockCrawl,
  selectDueCrawls,
  settlePage,
  type TakenPage,
  takePage,
  updateCrawl,
} from './website-crawl.sql.ts'
import { beginAgain } from './website-crawl.ts'

export interface Crawling {
  database: Database
  egress: Egress
  now: number
  /** The workspace whose websites are crawled, where it is not those of all: tests share a database. */
  within?: string
}

/**
 * Takes one step of each crawl that is due: a request for robots.txt or for one page. A step is taken, done outside of any
 * transaction, and written down in one; what is not written down, since the server went down, is taken again. Returns how
 * many steps were taken; throws the first fault of ours, after the other crawls had their turn.
 */
export async function crawlDue(on: Crawling): Promise<number> {
  const due = await selectDueCrawls(on.database.unguarded.read, on.now, on.within)
  const steps = await Promise.allSettled(due.map(crawl => step({ ...on, now: crawl.now }, crawl)))
  for (const each of steps) if (each.status === 'rejected') throw each.reason
  return steps.filter(each => each.status === 'fulfilled' && each.value).length
}

/** For how long others keep off a crawl of which a step is being done. */
const LEASE = 60
/** How often a page, or robots.txt, is tried. */
const MOST_ATTEMPTS = 3
const LONGEST_PAUSE = 30
/** After how long a website is crawled again that is to be kept in step. */
const AGAIN = 7 * 86_400

async function step(on: Crawling, due: DueCrawl): Promise<boolean> {
  const taken = await on.database.transaction(tx => take(tx, on, due), on.now)
  if (!taken) return false
  const write = await work(on, taken)
  await on.database.transaction(async tx => {
    const crawl = await lockCrawl(tx, due, on.now + LEASE)
    if (crawl) await write(tx, crawl, actorOf(on, due))
  }, on.now)
  return true
}

interface Taken {
  crawl: CrawlRow
  page?: TakenPage
  sitemap?: TakenSitemap
}

/** Takes the next step of a crawl; undefined where somebody else has, or there is no more. */
async function take(tx: Tx, { now }: Crawling, due: DueCrawl): Promise<Taken | undefined> {
  const crawl = await lockCrawl(tx, due, due.next_at)
  if (!crawl) return undefined
  if (crawl.state !== 'running') await beginAgain(tx, due, now)
  if (crawl.state !== 'running' || crawl.robots === null) {
    await updateCrawl(tx, due, { next_at: now + LEASE })
    return { crawl: { ...crawl, robots: null } }
  }
  const sitemap = await takeSitemap(tx, due)
  if (sitemap) {
    await updateCrawl(tx, due, { next_at: now + LEASE })
    return { crawl, sitemap }
  }
  const page = await takePage(tx, due)
  const again = due.sync_behavior === 'automatic' ? now + AGAIN : null
  await updateCrawl(
    tx,
    due,
    page ? { next_at: now + LEASE } : { state: 'done', finished_at: now, next_at: again },
  )
  return page && { crawl, page }
}

type Write = (tx: Tx, crawl: CrawlRow, actor: Actor) => Promise<void>

/** Asks the website, and answers how to write down what came of it. */
async function work({ egress, now }: Crawling, { crawl, page, sitemap }: Taken): Promise<Write> {
  if (sitemap) {
    const seen: SitemapSeen =
      sitemap.attempts > MOST_ATTEMPTS
        ? { state: 'failed', reason: 'interrupted', pages: [], sitemaps: [] }
        : await fetchSitemap(egress, { url: sitemap.url, origin: crawl.origin })
    return (tx, current) => noteSitemap(tx, current, { sitemap, seen, now })
  }
  if (!page) {
    const robots = await fetchRobots(egress, crawl.origin)
    return (tx, current) => noteRobots(tx, current, { robots, now })
  }
  // A page that has been taken so often was never written down: it may be what takes the server down.
  const { url, depth } = page
  const seen: Visit =
    page.attempts > MOST_ATTEMPTS
      ? { state: 'failed', reason: 'interrupted' }
      : await visit(egress, { url, depth, origin: crawl.origin, robots: crawl.robots ?? '' })
  return (tx, current, actor) => noteVisit(tx, actor, { crawl: current, page, seen })
}

async function noteRobots(
  tx: Tx,
  crawl: CrawlRow,
  { robots, now }: { robots: string | EgressError; now: number },
): Promise<void> {
  if (!(robots instanceof EgressError)) {
    const pause = Math.min(Math.max(Math.ceil(readRobots(robots).delay ?? 1), 1), LONGEST_PAUSE)
    const rules = readRobots(robots)
    const named = sitemapsOf(crawl.origin, rules).filter(
      url => new URL(url).origin !== crawl.origin || rules.allows(url),
    )
    if (crawl.max_depth > 0) await addSitemaps(tx, crawl, named)
    return updateCrawl(tx, crawl, { robots, pause, attempts: 0, next_at: now + pause })
  }
  const attempts = crawl.attempts + 1
  const failed = robots.fault === 'refused' || robots.fault === 'too_large' || attempts >= MOST_ATTEMPTS
  return failed
    ? updateCrawl(tx, crawl, { state: 'failed', reason: robots.message, finished_at: now, next_at: null })
    : updateCrawl(tx, crawl, { attempts, next_at: now + 60 * attempts })
}

async function noteSitemap(
  tx: Tx,
  crawl: CrawlRow,
  { sitemap, seen, now }: { sitemap: TakenSitemap; seen: SitemapSeen; now: number },
): Promise<void> {
  const givenUp = seen.state === 'waiting' && sitemap.attempts >= MOST_ATTEMPTS
  await settleSitemap(tx, crawl, {
    ...{ key: sitemap.key, state: givenUp ? 'failed' : seen.state, reason: seen.reason },
  })
  await addSitemaps(tx, crawl, seen.sitemaps)
  const addresses = allowedOf(crawl, seen.pages)
  await addPages(tx, crawl, { addresses, depth: 1, most: crawl.max_pages })
  await updateCrawl(tx, crawl, { next_at: now + Math.max(crawl.pause, seen.wait ?? 0) })
}

async function noteVisit(
  tx: Tx,
  actor: Actor,
  { crawl, page, seen }: { crawl: CrawlRow; page: TakenPage; seen: Visit },
): Promise<void> {
  const givenUp = seen.state === 'waiting' && page.attempts >= MOST_ATTEMPTS
  const state = givenUp ? 'failed' : seen.state
  await settlePage(tx, crawl, { key: page.key, state, reason: seen.reason })
  await keep(tx, actor, { crawl, page, seen })
  const depth = page.depth + 1
  const links = depth > crawl.max_depth ? [] : allowedOf(crawl, seen.links ?? [])
  const instead = seen.instead === undefined ? [] : [seen.instead]
  await addPages(tx, crawl, { addresses: instead, depth: page.depth, most: crawl.max_pages })
  await addPages(tx, crawl, { addresses: links, depth, most: crawl.max_pages })
  const [moved] = instead.map(address => new URL(address).origin).filter(origin => origin !== crawl.origin)
  await updateCrawl(tx, crawl, {
    next_at: actor.now + Math.max(crawl.pause, seen.wait ?? 0),
    ...(moved !== undefined && { origin: moved, robots: null }),
  })
}

/** Keeps what a page says, or drops what it said once; of a page that cannot be read now that stays. */
async function keep(
  tx: Tx,
  actor: Actor,
  { crawl, page, seen }: { crawl: CrawlRow; page: TakenPage; seen: Visit },
): Promise<void> {
  const names = { source_id: crawl.source_id, external_id: page.key }
  if (seen.page) await saveExternalPage(tx, actor, { ...seen.page, ...names, url: page.url, locale: 'en' })
  if (seen.state === 'gone' || seen.state === 'skipped') await dropPageNamed(tx, actor, names)
}

function allowedOf({ robots }: CrawlRow, addresses: string[]): string[] {
  const rules = readRobots(robots ?? '')
  return addresses.filter(address => rules.allows(address))
}

const actorOf = ({ now }: Crawling, due: DueCrawl): Actor =>
  systemActor({
    workspace: { id: due.workspace_id, name: due.name, timezone: due.timezone },
    ...{ operatorId: due.operator_id, now },
  })
