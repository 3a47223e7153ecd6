import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectCompanyRef, selectCompanyRefs } from './company.sql.ts'

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

/** The companies that are there of some that are named, each by its id or else by its `company_id`. */
export function findNamedCompanies(
  tx: Tx,
  actor: Actor,
  named: { id?: string; company_id?: string }[],
): Promise<CompanyRef[]> {
  const ids = named.flatMap(({ id }) => id ?? [])
  const companyIds = named.flatMap(({ id, company_id }) => (id === undefined ? (company_id ?? []) : []))
  return selectCompanyRefs(tx, actor.workspace.id, { ids, companyIds })
}

/** The company of an id; 404 when there is none, or none any more. */
export async function requireCompany(tx: Tx, actor: Actor, id: string): Promise<CompanyRef> {
  const row = await findCompany(tx, actor, { id })
  if (!row) throw problem(errors.companyNotFound)
  return row
}
