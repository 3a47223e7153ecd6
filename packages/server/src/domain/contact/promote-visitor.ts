import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { contactCreated } from './contact.events.ts'
import { type ContactRef, updateContactRow } from './contact.sql.ts'

/** Makes a visitor who writes in a lead; leads and users stay what they are. */
export async function promoteVisitor(tx: Tx, actor: Actor, contact: ContactRef): Promise<ContactRef> {
  if (contact.role !== 'visitor') return contact
  await updateContactRow(tx, actor.workspace.id, contact.id, { role: 'lead', updated_at: actor.now })
  await append(tx, actor, contactCreated({ id: contact.id, role: 'lead' }))
  return { ...contact, role: 'lead' }
}
