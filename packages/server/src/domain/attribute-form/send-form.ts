import { missing } from '@guichet/contract/errors.ts'
import type { SendFormRequest } from '@guichet/contract/operations/inbox/forms.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { lockConversation, mayWriteConversations, replyAsAdmin } from '../conversation/index.ts'
import { requireFields } from './fields.ts'
import { insertForm } from './form.sql.ts'

/**
 * Writes a message that asks its reader to fill in attributes of theirs, as whoever acts. Returns the id of the part. 400 for
 * attributes that contacts do not have.
 */
export async function sendForm(
  tx: Tx,
  actor: Actor,
  { conversationId, request }: { conversationId: string; request: Static<typeof SendFormRequest> },
): Promise<string> {
  mayWriteConversations(actor)
  if (request.body.trim() === '') throw missing('body')
  const attributes = await requireFields(tx, actor, request.attributes)
  const admin = await requireAdmin(tx, actor, undefined)
  const conversation = await lockConversation(tx, actor, conversationId)
  const partId = await replyAsAdmin(tx, actor, {
    ...{ conversation, admin, messageType: 'comment', body: request.body },
  })
  const { id: workspaceId } = actor.workspace
  await insertForm(tx, workspaceId, { conversation_id: conversation.id, part_id: partId, attributes })
  return String(partId)
}
