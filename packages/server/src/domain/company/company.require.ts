import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectCompanyRef } from './company.sql.ts'

/** What other nouns need to know of a company. */
export interface CompanyRef {
  id: string
  company_id: string
  name: string | null
}

/** The company of an id, or of the `company_id` its owner gave it; undefined when there is none. */
export function findCompany(
  tx: Tx,
  actor: Actor,
  by: { id?: string; company_id?: string },
): Promise<CompanyRef | undefined> {
  return selectCompanyRef(tx, actor.workspace.id, by)
}
