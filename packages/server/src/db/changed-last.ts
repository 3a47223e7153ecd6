import type { SelectQueryBuilder } from 'kysely'
import type { Tx } from './database.ts'
import { byTime, type NumberedPage, rowsOfPage } from './numbered.ts'
import type { DB } from './schema.d.ts'
import { totalOf } from './search/totals.ts'

/** The ids of a page of what a statement selects the ids of, those changed last first, and how many it selects. */
export async function changedLast<T extends keyof DB>(
  tx: Tx,
  selecting: SelectQueryBuilder<DB, T, { id: number }>,
  page: NumberedPage,
): Promise<{ ids: number[]; total: number }> {
  const [total, rows] = await Promise.all([
    totalOf(tx, selecting),
    rowsOfPage(selecting, byTime('updated_at'), page),
  ])
  return { ids: rows.map(({ id }) => id), total }
}
