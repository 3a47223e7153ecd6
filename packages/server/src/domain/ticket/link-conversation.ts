import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type ConversationView, lockConversation, viewConversation } from '../conversation/index.ts'
import { deleteLink, insertLink, selectLinked } from './link.sql.ts'
import { refuseSecondTracker } from './link-target.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { lockTicket } from './ticket.require.ts'
import { selectKind } from './ticket.sql.ts'

/** A tracker, and the conversation or customer ticket in question. */
export interface Linking {
  ticketId: string
  conversationId: string
}

/** As many conversations one tracker stands for at most. */
const MOST_LINKED = 2500

/** Links a conversation or customer ticket to a tracker. Answers the conversation. */
export async function linkConversation(
  tx: Tx,
  actor: Actor,
  { ticketId, conversationId }: Linking,
): Promise<ConversationView> {
  mayWriteTickets(actor)
  const { ticket } = await lockTicket(tx, actor, ticketId)
  if (ticket.category !== 'Tracker') throw problem(errors.onlyTrackersLink)
  const { id } = await lockConversation(tx, actor, conversationId, errors.linkedConversationNotFound)
  const kind = await selectKind(tx, actor.workspace.id, id)
  if (kind && kind.category !== 'Customer') throw problem(errors.notLinkable)
  await refuseSecondTracker(tx, actor, id)
  const linked = await selectLinked(tx, actor.workspace.id, ticket.id)
  if (linked.length >= MOST_LINKED) throw problem(errors.linkedConversationLimit)
  await insertLink(tx, actor, { from: ticket.id, to: id })
  return viewConversation(tx, actor, id, { parts: 'none' })
}

/** Takes a conversation or customer ticket from its tracker. Answers the conversation; 404 when it is not linked. */
export async function unlinkConversation(
  tx: Tx,
  actor: Actor,
  { ticketId, conversationId }: Linking,
): Promise<ConversationView> {
  mayWriteTickets(actor)
  const { ticket } = await lockTicket(tx, actor, ticketId)
  if (ticket.category !== 'Tracker') throw problem(errors.onlyTrackersUnlink)
  const { id } = await lockConversation(tx, actor, conversationId, errors.conversationNotLinked)
  const was = await deleteLink(tx, actor.workspace.id, { from: ticket.id, to: id })
  if (!was) throw problem(errors.conversationNotLinked)
  return viewConversation(tx, actor, id, { parts: 'none' })
}
