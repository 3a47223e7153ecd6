import { errors, problem } from '@guichet/contract/errors.ts'
import type { MessengerContact } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireContact, touchContacts, updateContact } from '../contact/index.ts'
import { describePerson } from './describe-person.ts'
import { viewPerson } from './person.view.ts'
import { textOf, type UserData } from './user-data.ts'

/**
 * Keeps more of what a page tells of whoever looks. A lead may leave an address; an identity of a user's is not changed here but
 * by another boot, which proves it.
 */
export async function updatePerson(
  tx: Tx,
  actor: Actor,
  data: UserData,
): Promise<Static<typeof MessengerContact>> {
  if (!actor.contact) throw problem(errors.unauthorized)
  const { id } = actor.contact
  const { role, email: known } = await requireContact(tx, actor, id)
  const email = textOf(data['email'])
  if (role === 'lead' && email !== undefined && email !== known)
    await updateContact(tx, actor, { id, request: { email } })
  await describePerson(tx, actor, { contactId: id, role, data })
  await touchContacts(tx, actor, [id], { last_seen_at: actor.now, last_request_at: actor.now })
  return viewPerson(await requireContact(tx, actor, id))
}
