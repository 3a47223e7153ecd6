import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export const selectCrawls = (tx: Tx, workspaceId: string, sourceIds: number[]) =>
  tx
    .selectFrom('website_crawls')
    .select(['source_id', 'state', 'reason', 'started_at', 'finished_at'])
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sql<number>`any(${sourceIds}::bigint[])`)
    .execute()

/** How many pages of each source are in each state. */
export const countPages = (tx: Tx, workspaceId: string, sourceIds: number[]) =>
  tx
    .selectFrom('crawl_pages')
    .select(['source_id', 'state', db => db.fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sql<number>`any(${sourceIds}::bigint[])`)
    .groupBy(['source_id', 'state'])
    .execute()
