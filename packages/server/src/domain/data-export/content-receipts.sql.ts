import { type ExpressionBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'
import type { TimeRange } from './receipts.sql.ts'

/** Where a page begins: after this delivery. */
export interface ContentReceiptKey {
  received_at: number
  id: number
}

/** Whether anybody was shown content of another program in that time. */
export async function hasContentReceipts(tx: Tx, workspaceId: string, range: TimeRange): Promise<boolean> {
  const row = await firsts(tx, workspaceId, range).select('first.id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The deliveries of a time, each by the first thing that is told of it, the oldest first. */
export const selectContentReceipts = (
  tx: Tx,
  workspaceId: string,
  { range, after, most }: { range: TimeRange; after: ContentReceiptKey | undefined; most: number },
) =>
  firsts(tx, workspaceId, range)
    .innerJoin('contacts', contact =>
      contact
        .onRef('contacts.workspace_id', '=', 'first.workspace_id')
        .onRef('contacts.id', '=', 'first.contact_id'),
    )
    .select(['first.id', 'first.created_at as received_at', 'first.receipt_id', 'first.contact_id'])
    .select(['first.content_type', 'first.content_id', 'first.content_title', 'first.company_id'])
    .select(['first.ruleset_id', 'first.ruleset_version_id'])
    .select(['first.series_id', 'first.series_title', 'first.node_id'])
    .select(['contacts.external_id', 'contacts.email', 'contacts.name'])
    .select(row => happened(row, workspaceId, range))
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(first.created_at, first.id) > (${after?.received_at ?? 0}::bigint, ${after?.id ?? 0}::bigint)`,
      ),
    )
    .orderBy('first.created_at')
    .orderBy('first.id')
    .limit(most)
    .execute()

export type ContentReceiptRow = Awaited<ReturnType<typeof selectContentReceipts>>[number]

const firsts = (tx: Tx, workspaceId: string, { from, to }: TimeRange) =>
  tx
    .selectFrom('content_stats as first')
    .where('first.workspace_id', '=', workspaceId)
    .where('first.created_at', '>=', from)
    .where('first.created_at', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('content_stats as earlier')
            .select('earlier.id')
            .where('earlier.workspace_id', '=', workspaceId)
            .whereRef('earlier.receipt_id', '=', 'first.receipt_id')
            .where(sql<boolean>`(earlier.created_at, earlier.id) < (first.created_at, first.id)`),
        ),
      ),
    )

/** When each thing happened to a delivery first, such as `{open: 1734537460}`: what is outside the time does not count. */
const happened = (
  row: ExpressionBuilder<DB & { first: DB['content_stats'] }, 'first'>,
  workspaceId: string,
  { to }: TimeRange,
) =>
  row
    .selectFrom('content_stats as stat')
    .select(sql<Record<string, number>>`jsonb_object_agg(stat.stat_type, stat.created_at)`.as('at'))
    .where('stat.workspace_id', '=', workspaceId)
    .whereRef('stat.receipt_id', '=', 'first.receipt_id')
    .where('stat.created_at', '<=', to)
    .where('stat.stat_type', '<>', 'answer')
    .as('happened')
