import { errors, problem } from '@guichet/contract/errors.ts'
import type { DeletedCompany } from '@guichet/contract/models/company.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { companyCreated, companyDeleted, companyUpdated } from './company.events.ts'
import {
  checkCompanyId,
  readChange,
  refuseUnknownKeys,
  type SaveCompany,
  type UpdateCompany,
} from './company.input.ts'
import { mayWriteCompanies } from './company.policy.ts'
import { archiveCompanyRow, type CompanyChange, updateCompanyRow, upsertCompany } from './company.sql.ts'
import { type CompanyView, viewOneCompany } from './company.view.ts'

/** Makes a company, or changes the one that has its `company_id` already; what a request leaves out stays. */
export async function saveCompany(tx: Tx, actor: Actor, request: SaveCompany): Promise<CompanyView> {
  mayWriteCompanies(actor)
  refuseUnknownKeys(request)
  const company_id = checkCompanyId(request.company_id)
  const change = await readChange(tx, actor, request)
  const fresh = objectId(actor.now)
  const { id } = await upsertCompany(tx, actor, { id: fresh, company_id, ...change })
  await append(tx, actor, id === fresh ? companyCreated(id) : companyUpdated(id))
  return viewOneCompany(tx, actor, id)
}

/** Changes a company; its `company_id` never changes. 404 for no such company. */
export async function updateCompany(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateCompany,
): Promise<CompanyView> {
  mayWriteCompanies(actor)
  const known = await updateCompanyRow(tx, actor, id, await readChange(tx, actor, request))
  if (!known) throw problem(errors.companyNotFound)
  await append(tx, actor, companyUpdated(id))
  return viewOneCompany(tx, actor, id)
}

/** Puts columns of a company back to what they were; whether it is still there. */
export async function restoreCompany(
  tx: Tx,
  actor: Actor,
  id: string,
  change: CompanyChange,
): Promise<boolean> {
  mayWriteCompanies(actor)
  if (!(await updateCompanyRow(tx, actor, id, change))) return false
  await append(tx, actor, companyUpdated(id))
  return true
}

/** Deletes a company; its contacts stay, without it. 404 for no such company. */
export async function deleteCompany(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedCompany>> {
  mayWriteCompanies(actor)
  if (!(await archiveCompanyRow(tx, actor, id))) throw problem(errors.companyNotFound)
  await append(tx, actor, companyDeleted(id))
  return { id, object: 'company', deleted: true }
}
