import { errors, problem } from '@guichet/contract/errors.ts'
import type { Message } from '@guichet/contract/models/message.ts'
import type { CreateConversationRequest } from '@guichet/contract/operations/conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { fromPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { mayActForOthers } from '../admin/index.ts'
import { findContactBy, promoteVisitor } from '../contact/index.ts'
import { keepAttachments } from './attach.ts'
import { mayWriteConversations } from './conversation.policy.ts'
import { momentOf, requireBody } from './reply-text.ts'
import { type NewConversation, startConversation } from './start.ts'

type Request = Static<typeof CreateConversationRequest>

/** Starts a conversation as a contact; a visitor becomes a lead by it. Answers the message. 404 for nobody known. */
export async function createConversation(
  tx: Tx,
  actor: Actor,
  { request, files }: { request: Request; files: FileStore },
): Promise<Static<typeof Message>> {
  mayWriteConversations(actor)
  mayActForOthers(actor)
  const found = await findContactBy(tx, actor, request.from)
  if (!found) throw problem(errors.contactNotFound)
  const body = requireBody(request.body, (request.attachment_urls ?? []).length > 0)
  return startAsContact(tx, actor, {
    contact: found,
    body,
    subject: request.subject ?? '',
    attachments: await keepAttachments(files, actor, request),
    createdAt: momentOf(request.created_at, actor.now),
    brandId: request.brand_id,
  })
}

/** Starts a conversation with the words of a contact, taken literally. Answers the message. */
export async function startAsContact(
  tx: Tx,
  actor: Actor,
  { body, ...started }: NewConversation & { body: string },
): Promise<Static<typeof Message>> {
  const { id, sourceId, createdAt } = await startConversation(tx, actor, {
    ...started,
    contact: await promoteVisitor(tx, actor, started.contact),
    body: fromPlain(body),
  })
  return {
    type: 'user_message',
    id: String(sourceId),
    created_at: createdAt,
    body,
    message_type: 'inapp',
    conversation_id: String(id),
  }
}
