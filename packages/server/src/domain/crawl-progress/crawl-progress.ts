import type { Tx } from '../../db/database.ts'
import { countPages, selectCrawls } from './crawl-progress.sql.ts'

/** How the crawl of a website stands: when it began, and how many of its pages are where. */
export interface CrawlProgress {
  state: 'running' | 'done' | 'failed'
  /** Why it failed. */
  reason: string | null
  found: number
  waiting: number
  fetched: number
  failed: number
  skipped: number
  gone: number
  started_at: number
  finished_at: number | null
}

/** How the crawls of some sources stand, by source; a source that is no website has none. */
export async function progressOf(
  tx: Tx,
  workspaceId: string,
  sourceIds: number[],
): Promise<Map<number, CrawlProgress>> {
  if (sourceIds.length === 0) return new Map()
  const [crawls, counted] = await Promise.all([
    selectCrawls(tx, workspaceId, sourceIds),
    countPages(tx, workspaceId, sourceIds),
  ])
  const bySource = Map.groupBy(counted, row => row.source_id)
  return new Map(
    crawls.map(({ source_id, ...crawl }) => {
      const counts = { waiting: 0, fetched: 0, failed: 0, skipped: 0, gone: 0 }
      for (const { state, count } of bySource.get(source_id) ?? []) counts[state] = Number(count)
      const found = Object.values(counts).reduce((sum, count) => sum + count, 0)
      return [source_id, { ...crawl, found, ...counts }]
    }),
  )
}
