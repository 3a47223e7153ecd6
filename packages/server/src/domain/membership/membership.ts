import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { type CompanyView, mayWriteCompanies, requireCompany, viewOneCompany } from '../company/index.ts'
import { contactAttached, contactDetached } from './membership.events.ts'
import {
  addToCompany,
  countCompaniesOf,
  deleteMembership,
  insertMembership,
  isMember,
  type Joining,
  lockJoining,
  type Pair,
} from './membership.sql.ts'

/** Puts a contact in a company, where it may be already. 404 for no such contact or company, 400 past 1000 companies. */
export async function attachContact(tx: Tx, actor: Actor, pair: Pair): Promise<CompanyView> {
  mayWriteCompanies(actor)
  if (pair.companyId === '') throw missing('id', 'company not specified')
  const contact = await holdBoth(tx, actor, pair)
  if (!(await isMember(tx, actor.workspace.id, pair))) {
    await refusePastLimit(tx, actor, pair.contactId)
    await insertMembership(tx, actor, pair)
    const { session_count: sessions, last_request_at } = contact
    await addToCompany(tx, actor, pair.companyId, { users: 1, sessions, last_request_at })
    await append(tx, actor, contactAttached(pair))
  }
  return viewOneCompany(tx, actor, pair.companyId)
}

/** Takes a contact out of a company, where it may not be at all. 404 for no such contact or company. */
export async function detachContact(tx: Tx, actor: Actor, pair: Pair): Promise<CompanyView> {
  mayWriteCompanies(actor)
  const contact = await holdBoth(tx, actor, pair)
  if (await deleteMembership(tx, actor.workspace.id, pair)) {
    await addToCompany(tx, actor, pair.companyId, {
      users: -1,
      sessions: -contact.session_count,
      last_request_at: null,
    })
    await append(tx, actor, contactDetached(pair))
  }
  return viewOneCompany(tx, actor, pair.companyId)
}

/** What the contact brings along; it is held, so that its companies are joined and left one at a time. */
async function holdBoth(tx: Tx, actor: Actor, { contactId, companyId }: Pair): Promise<Joining> {
  const contact = await lockJoining(tx, actor.workspace.id, contactId)
  if (!contact) throw problem(errors.contactNotFound)
  await requireCompany(tx, actor, companyId)
  return contact
}

async function refusePastLimit(tx: Tx, actor: Actor, contactId: string): Promise<void> {
  const joined = await countCompaniesOf(tx, actor.workspace.id, contactId)
  if (joined >= MOST_COMPANIES) throw problem(errors.contactCompanyLimit)
}

export const MOST_COMPANIES = 1000
