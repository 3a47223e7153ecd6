import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { mayWriteCompanies } from '../company/index.ts'
import { addToCompanies, insertMemberships, selectFull } from './many-memberships.sql.ts'
import { contactAttached } from './membership.events.ts'
import type { Joining, Pair } from './membership.sql.ts'
import { MOST_COMPANIES } from './membership.ts'

/** Puts contacts, whom the caller holds and who have room for it, in companies that are there. Answers who was not in theirs before. */
export async function attachContacts(tx: Tx, actor: Actor, joining: (Pair & Joining)[]): Promise<Pair[]> {
  mayWriteCompanies(actor)
  if (joining.length === 0) return []
  const bringing = new Map(joining.map(each => [each.contactId, each]))
  const joined = await insertMemberships(tx, actor, joining)
  await addToCompanies(
    tx,
    actor,
    joined.map(({ contactId, companyId }) => ({
      companyId,
      session_count: bringing.get(contactId)?.session_count ?? 0,
      last_request_at: bringing.get(contactId)?.last_request_at ?? null,
    })),
  )
  await append(tx, actor, ...joined.map(contactAttached))
  return joined
}

/** Those of some contacts who can be in no further company. */
export const withoutRoom = (tx: Tx, actor: Actor, contactIds: string[]): Promise<Set<string>> =>
  selectFull(tx, actor.workspace.id, contactIds, MOST_COMPANIES)
