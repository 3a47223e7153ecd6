import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { seeMentions } from '../mention/index.ts'

/** Whoever is signed in has looked at where they are mentioned; 404 for no such conversation. */
export async function seeMentionsIn(tx: Tx, actor: Actor, conversationId: string): Promise<void> {
  mayReadConversations(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  await seeMentions(tx, actor, id)
}
