import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { companyCreated, companyUpdated } from './company.events.ts'
import { checkCompanyId, checkCompanyName } from './company.input.ts'
import { mayWriteCompanies } from './company.policy.ts'
import {
  lockCompanies,
  type NamedCompany,
  type StoredCompany,
  upsertCompanies,
} from './many-companies.sql.ts'

/** Refuses what no company can be called. */
export function checkNamed({ company_id, name }: NamedCompany): void {
  checkCompanyId(company_id)
  if (name !== null) checkCompanyName(name)
}

/** Makes companies, or names those that are there already: their ids by `company_id`, and which of them are new. */
export async function saveNamedCompanies(
  tx: Tx,
  actor: Actor,
  companies: NamedCompany[],
): Promise<{ ids: Map<string, string>; fresh: Set<string> }> {
  mayWriteCompanies(actor)
  if (companies.length === 0) return { ids: new Map(), fresh: new Set() }
  for (const company of companies) checkNamed(company)
  const rows = companies.map(company => ({ ...company, id: objectId(actor.now) }))
  const drawn = new Set(rows.map(({ id }) => id))
  const saved = await upsertCompanies(tx, actor, rows)
  await append(tx, actor, ...saved.map(({ id }) => (drawn.has(id) ? companyCreated(id) : companyUpdated(id))))
  return {
    ids: new Map(saved.map(({ company_id, id }) => [company_id, id])),
    fresh: new Set(saved.flatMap(({ id }) => (drawn.has(id) ? [id] : []))),
  }
}

/** The companies of some ids or `company_id`s that are there, held until the transaction ends. */
export const holdCompanies = (
  tx: Tx,
  actor: Actor,
  named: { ids: string[] } | { companyIds: string[] },
): Promise<StoredCompany[]> => lockCompanies(tx, actor.workspace.id, named)
