import type { ConversationDeleted } from '@guichet/contract/models/conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { lockConversation, type Standing } from '../conversation/index.ts'
import { eraseConversation } from '../history/index.ts'
import { eraseMailsOfConversation } from '../mail-thread/index.ts'
import { mayDeleteConversations, mayDeleteMetrics } from './conversation-removal.policy.ts'
import { deleteRows, insertDeleted } from './conversation-removal.sql.ts'
import { metricsOf } from './metrics.ts'

/** Deletes a conversation for good. Its numbers stay in reports unless the caller, who needs a permission for it, says not. */
export async function deleteConversation(
  tx: Tx,
  actor: Actor,
  { id, retainMetrics = true }: { id: string; retainMetrics: boolean | undefined },
): Promise<Static<typeof ConversationDeleted>> {
  mayDeleteConversations(actor)
  if (!retainMetrics) mayDeleteMetrics(actor)
  const conversation = await lockConversation(tx, actor, id)
  await removeConversation(tx, actor, { conversation, retainMetrics })
  await eraseConversation(tx, actor.workspace.id, conversation.id)
  const object = { type: 'conversation', id: String(conversation.id) }
  await append(tx, actor, { topic: 'conversation.deleted', object })
  return { id: String(conversation.id), object: 'conversation', deleted: true }
}

export interface Removal {
  conversation: Standing
  retainMetrics: boolean
}

/** Removes a conversation or ticket that its caller has locked, and announces nothing. */
export async function removeConversation(
  tx: Tx,
  actor: Actor,
  { conversation, retainMetrics }: Removal,
): Promise<void> {
  const metrics = retainMetrics ? metricsOf(conversation) : null
  await eraseMailsOfConversation(tx, actor.workspace.id, conversation.id)
  await insertDeleted(tx, actor, { id: conversation.id, metrics })
  await deleteRows(tx, actor.workspace.id, conversation.id)
}
