import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { lockContact, type StoredContact } from './contact.sql.ts'

/** The contact of an id, held until the transaction ends; 404 for none, and for a visitor. */
export async function holdContact(tx: Tx, actor: Actor, id: string): Promise<StoredContact> {
  const row = await holdPerson(tx, actor, id)
  if (row.role === 'visitor') throw problem(errors.contactNotFound)
  return row
}

/** The contact or visitor of an id, held until the transaction ends; 404 for none. */
export async function holdPerson(tx: Tx, actor: Actor, id: string): Promise<StoredContact> {
  const row = await lockContact(tx, actor.workspace.id, id)
  if (!row) throw problem(errors.contactNotFound)
  return row
}
