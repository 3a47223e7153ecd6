import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { contactCreated } from './contact.events.ts'
import { requireContact } from './contact.require.ts'
import { type ContactRef, promoteRow } from './contact.sql.ts'

/** Makes a visitor who writes in a lead; leads and users stay what they are. */
export async function promoteVisitor(tx: Tx, actor: Actor, contact: ContactRef): Promise<ContactRef> {
  if (contact.role !== 'visitor') return contact
  const promoted = await promoteRow(tx, actor, contact.id)
  // Somebody else may have been first, and have made them a user.
  if (!promoted) return requireContact(tx, actor, contact.id)
  await append(tx, actor, contactCreated(promoted))
  return promoted
}
