import type { TicketDeleted } from '@guichet/contract/models/ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append, objectDeleted } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { removeConversation } from '../conversation-removal/index.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { lockTicket } from './ticket.require.ts'

/** Deletes a ticket for good, with its parts and its links; its numbers stay in reports. */
export async function deleteTicket(tx: Tx, actor: Actor, id: string): Promise<Static<typeof TicketDeleted>> {
  mayWriteTickets(actor)
  const { conversation } = await lockTicket(tx, actor, id)
  await removeConversation(tx, actor, { conversation, retainMetrics: true })
  await append(tx, actor, objectDeleted('ticket', String(conversation.id)))
  return { id: String(conversation.id), object: 'ticket', deleted: true }
}
