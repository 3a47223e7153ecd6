import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { keyOf } from './address.ts'
import type { CrawlKey } from './website-crawl.sql.ts'

/** A crawl reads no more sitemaps than these, whatever they name. */
const MOST = 50

/** Adds sitemaps that are not known yet, as many as there is room for. The crawl is locked. */
export async function addSitemaps(
  tx: Tx,
  { workspace_id, source_id }: CrawlKey,
  addresses: string[],
): Promise<void> {
  const byKey = new Map(addresses.map(url => [keyOf(url), url]))
  const known = await tx
    .selectFrom('crawl_sitemaps')
    .select('key')
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .execute()
  for (const { key } of known) byKey.delete(key)
  const rows = [...byKey].slice(0, Math.max(0, MOST - known.length))
  if (rows.length === 0) return
  await tx
    .insertInto('crawl_sitemaps')
    .values(rows.map(([key, url]) => ({ workspace_id, source_id, key, url })))
    .execute()
}

/** Takes the sitemap to read next; undefined when there is none. */
export const takeSitemap = (tx: Tx, { workspace_id, source_id }: CrawlKey) =>
  tx
    .updateTable('crawl_sitemaps')
    .set({ attempts: sql`attempts + 1` })
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('key', '=', db =>
      db
        .selectFrom('crawl_sitemaps as next')
        .select('next.key')
        .where('next.workspace_id', '=', workspace_id)
        .where('next.source_id', '=', source_id)
        .where('next.state', '=', 'waiting')
        .orderBy('next.attempts')
        .orderBy('next.key')
        .limit(1),
    )
    .returning(['key', 'url', 'attempts'])
    .executeTakeFirst()

export type TakenSitemap = NonNullable<Awaited<ReturnType<typeof takeSitemap>>>

export async function settleSitemap(
  tx: Tx,
  { workspace_id, source_id }: CrawlKey,
  { key, state, reason }: { key: string; state: 'waiting' | 'read' | 'failed'; reason: string | null },
): Promise<void> {
  await tx
    .updateTable('crawl_sitemaps')
    .set({ state, reason })
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .where('key', '=', key)
    .execute()
}

export async function forgetSitemaps(tx: Tx, { workspace_id, source_id }: CrawlKey): Promise<void> {
  await tx
    .deleteFrom('crawl_sitemaps')
    .where('workspace_id', '=', workspace_id)
    .where('source_id', '=', source_id)
    .execute()
}
