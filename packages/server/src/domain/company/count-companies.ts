import type { Tx } from '../../db/database.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import { type SegmentRow, segmentCondition } from '../segment/index.ts'
import { companySearchable } from './company.search.ts'
import { listedCompanies } from './listed.sql.ts'

/** How many companies are in a segment now. */
export async function countCompaniesIn(tx: Tx, actor: Actor, segment: SegmentRow): Promise<number> {
  const condition = await segmentCondition({ tx, actor }, companySearchable(tx, actor), segment)
  return totalOf(tx, listedCompanies(tx, actor).where(condition).select('companies.id'))
}
