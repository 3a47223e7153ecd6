import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectContactRef } from './contact.sql.ts'

/** What other nouns need to know of a contact. */
export interface ContactRef {
  id: string
  role: 'visitor' | 'lead' | 'user'
  external_id: string | null
}

/** The contact of an id; undefined when there is none, or none any more. */
export function findContact(tx: Tx, actor: Actor, id: string): Promise<ContactRef | undefined> {
  return selectContactRef(tx, actor.workspace.id, id)
}

/** The contact of an id; 404 when there is none, or none any more. */
export async function requireContact(tx: Tx, actor: Actor, id: string): Promise<ContactRef> {
  const row = await findContact(tx, actor, id)
  if (!row) throw problem(errors.contactNotFound)
  return row
}
