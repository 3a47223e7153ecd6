import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ChannelConversationEvent } from '@guichet/contract/operations/custom-channel-events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { ContactRef } from '../contact/index.ts'
import { keepExternalContact } from '../external-contact/index.ts'
import { addParticipants } from '../participation/index.ts'
import { mayReportFromChannels } from './custom-channel.policy.ts'
import {
  holdChannel,
  insertConversationId,
  insertReported,
  type Reported,
  selectConversationId,
  selectReported,
} from './custom-channel.sql.ts'

export type ChannelEvent = Static<typeof ChannelConversationEvent>

/** Does what an event says, in a conversation that is there or is to begin. Answers the conversation's id. */
export type Act = (of: { contact: ContactRef; conversationId: number | undefined }) => Promise<number>

/** Takes in an event of a channel once: the same `event_id` again answers the same and does nothing. */
export async function report(tx: Tx, actor: Actor, event: ChannelEvent, act: Act): Promise<Reported> {
  mayReportFromChannels(actor)
  const eventId = readId('event_id', event.event_id)
  const externalId = readId('external_conversation_id', event.external_conversation_id)
  await holdChannel(tx, actor, externalId)
  const before = await selectReported(tx, actor.workspace.id, eventId)
  if (before) return before
  const contact = await keepSender(tx, actor, event)
  const known = await selectConversationId(tx, actor.workspace.id, externalId)
  if (known !== undefined)
    await addParticipants(tx, actor, { conversationId: known, contactIds: [contact.id] })
  const conversationId = await act({ contact, conversationId: known })
  if (known === undefined) await insertConversationId(tx, actor, externalId, conversationId)
  const reported: Reported = {
    external_conversation_id: externalId,
    conversation_id: String(conversationId),
    external_contact_id: event.contact.external_id,
    contact_id: contact.id,
  }
  if (!(await insertReported(tx, actor, eventId, reported))) throw problem(errors.conflict)
  return reported
}

async function keepSender(tx: Tx, actor: Actor, { contact: sent }: ChannelEvent): Promise<ContactRef> {
  const { type: role, external_id, name, email } = sent
  readId('contact.external_id', external_id)
  const { contact } = await keepExternalContact(tx, actor, { role, external_id, name, email })
  return contact
}

function readId(field: string, value: string): string {
  if (value.trim() === '') throw missing(field)
  if (value.length > 255) throw invalid(`${field} may have at most 255 characters`, field)
  return value
}
