import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { ContentStats } from '../../db/schema.d.ts'

/** What was answered to a question of a survey, as it is kept. */
export interface SurveyAnswer {
  question_id: string
  question_text: string | null
  response: string | null
  /** Seconds since the epoch. */
  answered_at: number
}

/** Lets nobody else tell of a delivery until the transaction ends. */
export async function lockReceipt(tx: Tx, workspaceId: string, receiptId: string): Promise<void> {
  await hold(tx, `receipt ${workspaceId} ${receiptId}`)
}

/** All that is told of a delivery, the first first. */
export const selectOfReceipt = (tx: Tx, workspaceId: string, receiptId: string) =>
  tx
    .selectFrom('content_stats')
    .select(['id', 'contact_id', 'content_type', 'content_id', 'stat_type', 'question_id'])
    .where('workspace_id', '=', workspaceId)
    .where('receipt_id', '=', receiptId)
    .orderBy('id')
    .execute()

export type NewStat = Omit<Insertable<ContentStats>, 'workspace_id' | 'id'>

export const insertStat = (tx: Tx, workspaceId: string, stat: NewStat): Promise<{ id: number }> =>
  tx
    .insertInto('content_stats')
    .values({ workspace_id: workspaceId, ...stat })
    .returning('id')
    .executeTakeFirstOrThrow()

export type StatRow = Awaited<ReturnType<typeof selectStatsOfIds>>[number]

export const selectStatsOfIds = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('content_stats')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** Which stats are wanted; what is left out is not asked about. */
export interface StatFilter {
  content_type?: string | undefined
  content_id?: string | undefined
  contact_id?: string | undefined
  receipt_id?: string | undefined
  stat_type?: string | undefined
}

const FILTERS = ['content_type', 'content_id', 'contact_id', 'receipt_id', 'stat_type'] as const

/** One stretch of what is told, the latest first, and how much there is. */
export async function selectStats(
  tx: Tx,
  workspaceId: string,
  { filter, before, limit }: { filter: StatFilter; before: number | undefined; limit: number },
): Promise<{ ids: number[]; total: number }> {
  const wanted = FILTERS.reduce(
    (query, name) => {
      const value = filter[name]
      return value === undefined ? query : query.where(name, '=', value)
    },
    tx.selectFrom('content_stats').where('workspace_id', '=', workspaceId),
  )
  const [rows, { total }] = await Promise.all([
    wanted
      .select('id')
      .$if(before !== undefined, query => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    wanted.select(row => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { ids: rows.map(({ id }) => id), total: Number(total) }
}
