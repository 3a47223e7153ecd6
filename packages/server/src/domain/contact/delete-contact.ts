import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { eraseContacts } from '../history/index.ts'
import { contactDeleted } from './contact.events.ts'
import { mayWriteContacts } from './contact.policy.ts'
import type { StoredContact } from './contact.sql.ts'
import { deleteContactRows, deleteTaggingsOf, leaveCompanies } from './delete-contact.sql.ts'
import { eraseMailsOf } from './erase-mails.ts'
import { holdContact, holdPerson } from './hold-contact.ts'

/**
 * Deletes a contact for good, archived or not, and frees its identity. Conversations stay, without it; mails as they came, and files
 * that it attached, do not.
 */
export async function deleteContact(tx: Tx, actor: Actor, id: string) {
  mayWriteContacts(actor)
  const contact = await holdContact(tx, actor, id)
  await remove(tx, actor, contact)
  const { external_id } = contact
  return { type: 'contact' as const, id, external_id, object: 'contact' as const, deleted: true }
}

/** Forgets a person, visitors included, as the law asks. 404 for no such person. */
export async function forgetContact(tx: Tx, actor: Actor, id: string): Promise<{ id: string }> {
  mayWriteContacts(actor)
  const contact = await holdPerson(tx, actor, id)
  await remove(tx, actor, contact)
  return { id }
}

/** Deletes contacts that are held, for good. */
export async function deleteContacts(tx: Tx, actor: Actor, contacts: StoredContact[]): Promise<void> {
  mayWriteContacts(actor)
  if (contacts.length > 0) await remove(tx, actor, ...contacts)
}

async function remove(tx: Tx, actor: Actor, ...contacts: StoredContact[]): Promise<void> {
  const ids = contacts.map(({ id }) => id)
  for (const id of ids) await eraseMailsOf(tx, actor, id)
  await leaveCompanies(tx, actor, ids)
  await deleteTaggingsOf(tx, actor.workspace.id, ids)
  await deleteContactRows(tx, actor.workspace.id, ids)
  await eraseContacts(tx, actor.workspace.id, ids)
  await append(tx, actor, ...contacts.map(contactDeleted))
}
