import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { WebsiteCrawls } from '../../db/schema.d.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Actor } from '../actor.ts'
import { keyOf } from './address.ts'
import type { Visit } from './visit.ts'

/** The crawl of a source. */
export interface CrawlKey {
  workspace_id: string
  source_id: number
}

/** Crawls of active sources whose next step is due, of every workspace or of one. Needs the unguarded lane. */
export const selectDueCrawls = (unguarded: Tx, now: number, within?: string) =>
  unguarded
    .selectFrom('website_crawls')
    .$if(within !== undefined, due => due.where('website_crawls.workspace_id', '=', within ?? ''))
    .innerJoin('workspaces', 'workspaces.id', 'website_crawls.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'website_crawls.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .innerJoin('content_import_sources as source', join =>
      join
        .onRef('source.workspace_id', '=', 'website_crawls.workspace_id')
        .onRef('source.id', '=', 'website_crawls.source_id'),
    )
    .select(['website_crawls.workspace_id', 'website_crawls.source_id', 'website_crawls.next_at'])
    .select(['workspaces.name', 'workspaces.timezone', 'admins.id as operator_id', 'source.sync_behavior'])
    .select(workspaceNow(now).as('now'))
    .where('website_crawls.next_at', '<=', workspaceNow(now))
    .where('source.status', '=', 'active')
    .orderBy('website_crawls.next_at')
    .limit(20)
    .execute()

export type DueCrawl = Awaited<ReturnType<typeof selectDueCrawls>>[number]

/** A crawl whose next step is due at a moment, held until the end of the transaction; undefined when it is not any more. */
export const lockCrawl = (tx: Tx, { workspace_id, source_id }: CrawlKey, nextAt: number | null) =>
  tx
    .selectFrom('website_crawls')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('next_at', '=', nextAt)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

export const selectCrawl = (tx: Tx, workspaceId: string, sourceId: number) =>
  tx
    .selectFrom('website_crawls')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()

export type CrawlRow = NonNullable<Awaited<ReturnType<typeof selectCrawl>>>

export async function insertCrawl(
  tx: Tx,
  actor: Actor,
  row: Pick<CrawlRow, 'source_id' | 'origin' | 'max_pages' | 'max_depth' | 'pause'>,
): Promise<void> {
  const times = { started_at: actor.now, next_at: actor.now }
  await tx
    .insertInto('website_crawls')
    .values({ ...row, ...times, state: 'running', workspace_id: actor.workspace.id })
    .execute()
}

export async function updateCrawl(
  tx: Tx,
  { workspace_id, source_id }: CrawlKey,
  patch: Updateable<WebsiteCrawls>,
): Promise<void> {
  await tx
    .updateTable('website_crawls')
    .set(patch)
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .execute()
}

/** Everything that was there is to be gone to again; what only was in the way is forgotten. */
export async function resetPages(tx: Tx, { workspace_id, source_id }: CrawlKey): Promise<void> {
  await tx
    .deleteFrom('crawl_pages')
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('state', 'in', ['skipped', 'gone'])
    .where('depth', '>', 0)
    .execute()
  await tx
    .updateTable('crawl_pages')
    .set({ state: 'waiting', reason: null, attempts: 0 })
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .execute()
}

/** Takes the page to go to next, the nearest first; undefined when there is none. */
export const takePage = (tx: Tx, { workspace_id, source_id }: CrawlKey) =>
  tx
    .updateTable('crawl_pages')
    .set({ attempts: sql`attempts + 1` })
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('key', '=', db =>
      db
        .selectFrom('crawl_pages as next')
        .select('next.key')
        .where('next.workspace_id', '=', workspace_id)
        .where('next.source_id', '=', source_id)
        .where('next.state', '=', 'waiting')
        .orderBy('next.attempts')
        .orderBy('next.depth')
        .orderBy('next.key')
        .limit(1),
    )
    .returning(['key', 'url', 'depth', 'attempts'])
    .executeTakeFirst()

export type TakenPage = NonNullable<Awaited<ReturnType<typeof takePage>>>

export async function settlePage(
  tx: Tx,
  { workspace_id, source_id }: CrawlKey,
  { key, state, reason = null }: { key: string; state: Visit['state']; reason?: string | undefined | null },
): Promise<void> {
  await tx
    .updateTable('crawl_pages')
    .set({ state, reason })
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('key', '=', key)
    .execute()
}

/** Adds addresses that are not known yet, as many as there is room for. The crawl is locked, so nobody else adds any. */
export async function addPages(
  tx: Tx,
  { workspace_id, source_id }: CrawlKey,
  { addresses, depth, most }: { addresses: string[]; depth: number; most: number },
): Promise<void> {
  const byKey = new Map(addresses.map(url => [keyOf(url), url]))
  if (byKey.size === 0) return
  const all = tx
    .selectFrom('crawl_pages')
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
  const { count } = await all.select(db => db.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const known = await all
    .select('key')
    .where('key', '=', sql<string>`any(${[...byKey.keys()]}::text[])`)
    .execute()
  for (const { key } of known) byKey.delete(key)
  const rows = [...byKey].slice(0, Math.max(0, most - Number(count)))
  if (rows.length === 0) return
  await tx
    .insertInto('crawl_pages')
    .values(rows.map(([key, url]) => ({ workspace_id, source_id, key, url, depth })))
    .execute()
}

/** Every source of the workspace that is crawled. */
export const selectCrawled = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('website_crawls')
    .innerJoin('content_import_sources as source', join =>
      join
        .onRef('source.workspace_id', '=', 'website_crawls.workspace_id')
        .onRef('source.id', '=', 'website_crawls.source_id'),
    )
    .select(['website_crawls.source_id', 'source.url'])
    .where('website_crawls.workspace_id', '=', workspaceId)
    .orderBy('website_crawls.source_id')
    .execute()
