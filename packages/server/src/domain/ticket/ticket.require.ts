import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { lockConversation, type Standing } from '../conversation/index.ts'
import { selectTicket, type TicketRow } from './ticket.sql.ts'

/** A ticket as a command finds it: what it is at heart, and what makes it a ticket. */
export interface TicketStanding {
  conversation: Standing
  ticket: TicketRow
}

/** The ticket of an id, which no other command changes until this transaction ends. 404 when there is none. */
export async function lockTicket(
  tx: Tx,
  actor: Actor,
  id: string | number,
  unknown: Kind = errors.ticketNotFound,
): Promise<TicketStanding> {
  const conversation = await lockConversation(tx, actor, id, unknown)
  const ticket = await selectTicket(tx, actor.workspace.id, conversation.id)
  if (!ticket) throw problem(unknown)
  return { conversation, ticket }
}
