import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ReplyConversationRequest } from '@guichet/contract/operations/conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { mayActForOthers, requireSigner } from '../admin/index.ts'
import { type ContactRef, findContactBy } from '../contact/index.ts'
import { keepAttachments } from './attach.ts'
import { mayNoteInConversations, mayWriteConversations } from './conversation.policy.ts'
import { selectLatestOf } from './conversation.sql.ts'
import { answerWithParts, type ConversationView } from './conversation.view.ts'
import { isManaging, manageConversation } from './manage-request.ts'
import { replyAsAdmin } from './reply-as-admin.ts'
import { replyAsContact } from './reply-as-contact.ts'
import { momentOf, requireBody, requireOptions } from './reply-text.ts'
import { readTranslation, type Translated } from './reply-translation.ts'
import { lockConversation, type Standing } from './standing.ts'

type Request = Static<typeof ReplyConversationRequest>

interface Replying {
  /** The conversation's id, or `last` for the latest one of the contact that is named. */
  id: string
  request: Request
  files: FileStore
}

type Read = Replying & { translation: Translated | undefined }

/**
 * Replies as an admin or as a contact. Answers the conversation with the new part only. Takes the actions of
 * `/parts` too, which old clients send here.
 */
export async function replyToConversation(tx: Tx, actor: Actor, input: Replying): Promise<ConversationView> {
  const { request } = input
  const isNote = request.type === 'admin' && request.message_type === 'note'
  const may = isNote ? mayNoteInConversations : mayWriteConversations
  may(actor)
  if (isManaging(request)) return manageConversation(tx, actor, { id: input.id, request })
  if (request.type === undefined) throw missing('type')
  if (request.type !== 'admin') mayActForOthers(actor)
  const translation = readTranslation(request)
  const reply = request.type === 'admin' ? byAdmin : byContact
  const { conversation, partId } = await reply(tx, actor, { ...input, translation })
  return answerWithParts(tx, actor, conversation.id, [partId])
}

type Replied = Promise<{ conversation: Standing; partId: number }>

async function byAdmin(tx: Tx, actor: Actor, { id, request, files, translation }: Read): Replied {
  const { message_type: messageType } = request
  if (messageType !== 'comment' && messageType !== 'note' && messageType !== 'quick_reply')
    throw invalid(`${messageType} is not a valid message_type`, 'message_type')
  const named = id === 'last' ? await requireNamed(tx, actor, request) : undefined
  const conversation = await lockConversation(tx, actor, named ? await latestOf(tx, actor, named) : id)
  const admin = await requireSigner(tx, actor, request.admin_id, errors.conversationNotFound)
  const options = messageType === 'quick_reply' ? requireOptions(request.reply_options) : undefined
  const body = options ? undefined : requireBody(request.body, hasFiles(request))
  const partId = await replyAsAdmin(tx, actor, {
    conversation,
    admin,
    messageType,
    body,
    translation,
    ...(options && { options }),
    attachments: await keepAttachments(files, actor, request),
    createdAt: momentOf(request.created_at, actor.now),
    skipUnsnooze: request.skip_unsnooze,
    skipNotifications: request.skip_notifications,
  })
  return { conversation, partId }
}

async function byContact(tx: Tx, actor: Actor, { id, request, files }: Replying): Replied {
  const { message_type: messageType } = request
  if (messageType !== 'comment' && messageType !== 'quick_reply')
    throw invalid(`${messageType} is not a valid message_type`, 'message_type')
  const contact = await requireNamed(tx, actor, request)
  const conversation = await lockConversation(
    tx,
    actor,
    id === 'last' ? await latestOf(tx, actor, contact) : id,
  )
  if (!conversation.contact_ids.includes(contact.id)) throw problem(errors.contactNotFound)
  const [picked] = messageType === 'quick_reply' ? requireOptions(request.reply_options) : []
  const partId = await replyAsContact(tx, actor, {
    conversation,
    contact,
    picked,
    body: picked ? undefined : requireBody(request.body, hasFiles(request)),
    attachments: await keepAttachments(files, actor, request),
    createdAt: momentOf(request.created_at, actor.now),
  })
  return { conversation, partId }
}

async function requireNamed(tx: Tx, actor: Actor, request: Request): Promise<ContactRef> {
  const { intercom_user_id, user_id, email } = request
  if ((intercom_user_id ?? user_id ?? email) === undefined) throw missing('intercom_user_id')
  const contact = await findContactBy(tx, actor, { intercom_user_id, user_id, email })
  if (!contact) throw problem(errors.contactNotFound)
  return contact
}

async function latestOf(tx: Tx, actor: Actor, contact: ContactRef): Promise<number> {
  const id = await selectLatestOf(tx, actor.workspace.id, contact.id)
  if (id === undefined) throw problem(errors.conversationNotFound)
  return id
}

const hasFiles = ({ attachment_urls, attachment_files }: Request): boolean =>
  (attachment_urls ?? []).length + (attachment_files ?? []).length > 0
