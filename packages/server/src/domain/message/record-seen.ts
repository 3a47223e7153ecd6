import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { messageStats } from './message.events.ts'
import { selectUnseenChat, updateRecipients } from './message.sql.ts'

/** Keeps that a contact has seen the message that a conversation began with, where an admin's did; told of once. */
export async function recordSeen(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; contactId: string },
): Promise<void> {
  const { id: workspaceId } = actor.workspace
  const message = await selectUnseenChat(tx, workspaceId, of)
  if (!message) return
  const moved = await updateRecipients(tx, workspaceId, {
    ...{ messageId: message.id, contactIds: [of.contactId], error: null, now: actor.now },
    status: 'read',
  })
  const { message_type: channel, id: messageId, subject } = message
  await append(tx, actor, ...messageStats({ channel, messageId, subject }, 'open', moved))
}
