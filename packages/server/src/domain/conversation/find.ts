import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations } from './conversation.policy.ts'
import { type ConversationDisplay, type ConversationView, viewConversations } from './conversation.view.ts'

/** One conversation with its parts, the newest 500 of them. 404 when there is none. */
export async function findConversation(
  tx: Tx,
  actor: Actor,
  { id, ...display }: Omit<ConversationDisplay, 'parts'> & { id: string },
): Promise<ConversationView> {
  mayReadConversations(actor)
  const [view] =
    (await byNumericId(id, key => viewConversations(tx, actor, [key], { ...display, parts: 'all' }))) ?? []
  if (!view) throw problem(errors.conversationNotFound)
  return view
}
