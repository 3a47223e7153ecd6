import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { Conversation } from '@guichet/contract/models/conversation.ts'
import type { AttachContactRequest } from '@guichet/contract/operations/participants.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { type ContactRef, createLead, findContact, findContactBy, requireContact } from '../contact/index.ts'
import {
  addPart,
  adminAuthor,
  answerWithParts,
  contactAuthor,
  lockConversation,
  type PartAuthor,
} from '../conversation/index.ts'
import { addParticipants } from './participants.ts'
import { contactAttached, contactDetached } from './participation.events.ts'
import { mayChangeParticipants } from './participation.policy.ts'
import { deleteParticipant, type ParticipantRow, selectParticipants } from './participation.sql.ts'

type ConversationView = Static<typeof Conversation>
type AttachRequest = Static<typeof AttachContactRequest>
type Person = AttachRequest['customer']

/**
 * Adds a contact to a conversation, on behalf of an admin or of another contact. An address nobody has becomes a lead;
 * somebody who takes part already changes nothing. The answer names who joined beside the conversation.
 */
export async function attachContact(
  tx: Tx,
  actor: Actor,
  { conversationId, request }: { conversationId: string; request: AttachRequest },
): Promise<ConversationView> {
  mayChangeParticipants(actor)
  const conversation = await lockConversation(tx, actor, conversationId)
  const author = await authorOf(tx, actor, request)
  const contact = await findOrMakeLead(tx, actor, request.customer)
  const contactIds = [contact.id]
  const joined = await addParticipants(tx, actor, { conversationId: conversation.id, contactIds })
  const partIds: number[] = []
  if (joined.length > 0) {
    const part = { part_type: 'participant_added', author, state: conversation.state }
    const partId = await addPart(tx, actor, { conversationId: conversation.id, part })
    await append(tx, actor, contactAttached({ conversation, partId, contactId: contact.id }))
    partIds.push(partId)
  }
  return { ...(await answerWithParts(tx, actor, conversation.id, partIds)), customers: [contact].map(short) }
}

/** Takes a contact out of a conversation, in which one must stay. The answer names who is left. */
export async function detachContact(
  tx: Tx,
  actor: Actor,
  { conversationId, contactId, adminId }: { conversationId: string; contactId: string; adminId: string },
): Promise<ConversationView> {
  mayChangeParticipants(actor)
  const conversation = await lockConversation(tx, actor, conversationId)
  const admin = await requireAdmin(tx, actor, adminId)
  const contact = await requireContact(tx, actor, contactId)
  const participants = await selectParticipants(tx, actor.workspace.id, conversation.id)
  const left = participants.filter(each => each.id !== contact.id)
  if (left.length === participants.length) throw problem(errors.contactNotFound)
  if (left.length === 0) throw problem(errors.lastParticipant)
  await deleteParticipant(tx, actor.workspace.id, conversation.id, contact.id)
  const part = {
    part_type: 'participant_removed',
    author: adminAuthor(admin),
    state: conversation.state,
  }
  const partId = await addPart(tx, actor, { conversationId: conversation.id, part })
  await append(tx, actor, contactDetached({ conversation, partId, contactId: contact.id }))
  return { ...(await answerWithParts(tx, actor, conversation.id, [partId])), customers: left.map(short) }
}

/** Who adds: the admin, else the contact named as `customer.customer`, else the admin the token acts as. */
async function authorOf(tx: Tx, actor: Actor, { admin_id, customer }: AttachRequest): Promise<PartAuthor> {
  const by = customer.customer
  if (admin_id !== undefined || !by) return adminAuthor(await requireAdmin(tx, actor, admin_id))
  const contact = await findContactBy(tx, actor, by)
  if (!contact) throw problem(errors.contactNotFound)
  return contactAuthor(contact)
}

async function findOrMakeLead(tx: Tx, actor: Actor, person: Person): Promise<ContactRef> {
  const { intercom_user_id, user_id, email } = person
  if (intercom_user_id === undefined && user_id === undefined && email === undefined) {
    throw missing('customer', 'customer must have an intercom_user_id, a user_id or an email')
  }
  const known = await findContactBy(tx, actor, person)
  if (known) return known
  const byAddress = intercom_user_id === undefined && user_id === undefined && email
  const made = byAddress ? await findContact(tx, actor, await createLead(tx, actor, { email })) : undefined
  if (!made) throw problem(errors.contactNotFound)
  return made
}

const short = ({ id, role }: ParticipantRow) => ({ type: role === 'user' ? 'user' : 'lead', id })
