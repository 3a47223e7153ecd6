import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { lockConversation } from '../conversation/index.ts'
import type { TicketCategory } from '../ticket-type/index.ts'
import { selectLinked } from './link.sql.ts'
import { selectKind } from './ticket.sql.ts'

/**
 * The conversation that a new ticket of a category is to be linked to. A back-office ticket (which nobody outside
 * sees) and a tracker can be, each with a conversation or a customer ticket; 400 otherwise.
 */
export async function requireLinkable(
  tx: Tx,
  actor: Actor,
  { id, category }: { id: string; category: TicketCategory },
): Promise<number> {
  // Held, so that no two tickets are linked to it at once.
  const conversation = await lockConversation(tx, actor, id, errors.linkedConversationNotFound)
  const kind = await selectKind(tx, actor.workspace.id, conversation.id)
  if (category === 'Customer' || (kind && kind.category !== 'Customer'))
    throw invalid('The conversation cannot be linked to a ticket of this type', 'conversation_to_link_id')
  if (category === 'Tracker') await refuseSecondTracker(tx, actor, conversation.id)
  return conversation.id
}

/** 400 when a tracker has the conversation already. */
export async function refuseSecondTracker(tx: Tx, actor: Actor, id: number): Promise<void> {
  const linked = await selectLinked(tx, actor.workspace.id, id)
  if (linked.some(each => each.category === 'Tracker')) throw problem(errors.alreadyLinkedToTracker)
}
