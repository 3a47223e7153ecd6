import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { contactArchived, contactUnarchived } from './contact.events.ts'
import { mayWriteContacts } from './contact.policy.ts'
import { updateContactRow } from './contact.sql.ts'
import { holdContact } from './hold-contact.ts'
import { archiveConversationsOf } from './shelve-contact.sql.ts'

const answer = (contact: { id: string; external_id: string | null }) => ({
  type: 'contact' as const,
  id: contact.id,
  external_id: contact.external_id,
  object: 'contact' as const,
})

/** Takes a contact out of lists and searches; it can still be read by its id. 404 for no such contact. */
export async function archiveContact(tx: Tx, actor: Actor, id: string) {
  mayWriteContacts(actor)
  const contact = await holdContact(tx, actor, id)
  if (contact.archived_at === null) {
    await updateContactRow(tx, actor.workspace.id, id, { archived_at: actor.now, updated_at: actor.now })
    await append(tx, actor, contactArchived(contact))
  }
  return { ...answer(contact), archived: true }
}

/** Brings an archived contact back; 409 for a blocked one. */
export async function unarchiveContact(tx: Tx, actor: Actor, id: string) {
  mayWriteContacts(actor)
  const contact = await holdContact(tx, actor, id)
  if (contact.blocked_at !== null) throw problem(errors.contactNotRestorable)
  if (contact.archived_at !== null) {
    await updateContactRow(tx, actor.workspace.id, id, { archived_at: null, updated_at: actor.now })
    await append(tx, actor, contactUnarchived(contact))
  }
  return { ...answer(contact), archived: false }
}

/** Archives a contact with its conversations, for good: nobody of its identity can be made again. */
export async function blockContact(tx: Tx, actor: Actor, id: string) {
  mayWriteContacts(actor)
  const contact = await holdContact(tx, actor, id)
  if (contact.blocked_at === null) {
    const archived_at = contact.archived_at ?? actor.now
    await updateContactRow(tx, actor.workspace.id, id, {
      archived_at,
      blocked_at: actor.now,
      updated_at: actor.now,
    })
    await archiveConversationsOf(tx, actor, id)
    if (contact.archived_at === null) await append(tx, actor, contactArchived(contact))
  }
  return { type: 'contact' as const, id, external_id: contact.external_id, blocked: true }
}
