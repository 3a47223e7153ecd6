import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { messageStats } from './message.events.ts'
import { type ChatOf, selectUnseenChat, updateRecipients } from './message.sql.ts'

/** Keeps that a contact has seen a message in the app, or the one that a conversation began with; told of once. */
export async function recordSeen(tx: Tx, actor: Actor, of: ChatOf): Promise<void> {
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
