import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type SegmentRow, segmentsHolding, selectSegments } from '../segment/index.ts'
import { companySearchable } from './company.search.ts'
import { companiesAmong } from './listed.sql.ts'

/** The segments each of some companies is in now, by company id. */
export async function segmentsOfCompanies(
  tx: Tx,
  actor: Actor,
  ids: string[],
): Promise<Map<string, SegmentRow[]>> {
  const segments = await selectSegments(tx, actor.workspace.id, ['company'])
  return segmentsHolding(
    { tx, actor },
    {
      segments,
      searchable: companySearchable(tx, actor),
      among: companiesAmong(tx, actor.workspace.id, ids),
      idColumn: 'companies.id',
    },
  )
}
