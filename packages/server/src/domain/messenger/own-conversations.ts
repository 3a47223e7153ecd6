import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { MessengerConversationList } from '@guichet/contract/models/messenger.ts'
import type {
  RateRequest,
  ReplyRequest,
  StartRequest,
} from '@guichet/contract/operations/messenger/conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { fillForm } from '../attribute-form/index.ts'
import { type ContactRef, requireContact } from '../contact/index.ts'
import {
  happened,
  keepAttachments,
  lockConversation,
  replyAsContact,
  requireBody,
  startAsContact,
} from '../conversation/index.ts'
import { beginConversation, recordSeen } from '../message/index.ts'
import { messageIdOf } from './message-id.ts'
import { selfOf } from './messenger-actor.ts'
import { markRead, type Place, rateRow, selectOwn } from './own.sql.ts'
import { type OwnConversation, viewOwn } from './own.view.ts'
import { conversationOf, countOwnUnread, findOwnMessage, listOwnMessages } from './own-messages.ts'

/** One page of the conversations and tickets of whoever looks, and of messages that have none yet, the latest changed first. */
export async function listOwn(
  tx: Tx,
  actor: Actor,
  query: { before?: string; kind?: string },
): Promise<Static<typeof MessengerConversationList>> {
  const { id: workspaceId } = actor.workspace
  const contact = selfOf(actor)
  const kind = KINDS.find(each => each === query.kind)
  const before = placesOf(query.before)
  const limit = PAGE + 1
  const [rows, messages, unread_count] = await Promise.all([
    kind === 'message'
      ? []
      : selectOwn(tx, workspaceId, contact, { before: before?.conversation, kind, limit }),
    kind && kind !== 'message' ? [] : listOwnMessages(tx, actor, { before: before?.message, limit }),
    countOwnUnread(tx, workspaceId, contact),
  ])
  // Of one second, conversations come first: sorting keeps them so.
  const all = [...(await viewOwn(tx, actor, rows)), ...messages].toSorted(
    (one, other) => other.updated_at - one.updated_at,
  )
  const data = all.slice(0, PAGE)
  const last = all.length > PAGE ? data.at(-1) : undefined
  return { type: 'list', data, unread_count, next: last ? `${last.updated_at}-${last.id}` : null }
}

const PAGE = 20
const KINDS = ['conversation', 'ticket', 'message'] as const

/** Reads `1734537460-17` or `1734537460-message-17`: behind what each kind goes on. 400 for what is none. */
function placesOf(before: string | undefined): { conversation: Place; message: Place } | undefined {
  if (before === undefined) return undefined
  const [, at, mark, id] = /^(\d{1,12})-(message-)?(\d{1,15})$/.exec(before) ?? []
  if (at === undefined || id === undefined) throw invalid('before is not of a page of this list', 'before')
  const updatedAt = Number(at)
  return mark
    ? { conversation: { updatedAt, id: 0 }, message: { updatedAt, id: Number(id) } }
    : { conversation: { updatedAt, id: Number(id) }, message: { updatedAt, id: Number.MAX_SAFE_INTEGER } }
}

/**
 * A conversation of whoever looks, with all there is to read; 404 for one of others. By the id of a message in the app it is that
 * message, or the conversation that it has become.
 */
export async function findOwn(tx: Tx, actor: Actor, id: string): Promise<OwnConversation> {
  const messageId = messageIdOf(id)
  if (messageId === undefined) return findOwnConversation(tx, actor, id)
  return (
    (await findOwnMessage(tx, actor, messageId)) ??
    findOwnConversation(tx, actor, (await conversationOf(tx, actor, messageId)) ?? '')
  )
}

async function findOwnConversation(tx: Tx, actor: Actor, id: string): Promise<OwnConversation> {
  const [row] =
    (await byNumericId(id, key => selectOwn(tx, actor.workspace.id, selfOf(actor), { id: key, limit: 1 }))) ??
    []
  const [view] = row ? await viewOwn(tx, actor, [row], { whole: true }) : []
  if (!view) throw problem(errors.conversationNotFound)
  return view
}

/** Writes to the team. */
export async function startOwn(
  tx: Tx,
  actor: Actor,
  { request, files }: { request: Static<typeof StartRequest>; files: FileStore },
): Promise<OwnConversation> {
  const contact = await self(tx, actor)
  const { conversation_id } = await startAsContact(tx, actor, {
    contact,
    body: requireBody(request.body, hasFiles(request)),
    attachments: await keepAttachments(files, actor, request),
    url: webAddress(request.url),
  })
  return findOwn(tx, actor, conversation_id ?? '')
}

/** The page somebody wrote on; nothing else is an address of one. */
const webAddress = (url: string | undefined): string | null =>
  url !== undefined && /^https?:/i.test(url) && URL.canParse(url) && url.length <= 2048 ? url : null

/**
 * Writes in a conversation, or picks one of the answers that its last part offers. The first reply to a message in the app begins its
 * conversation, which is answered.
 */
export async function replyInOwn(
  tx: Tx,
  actor: Actor,
  { id, request, files }: { id: string; request: Static<typeof ReplyRequest>; files: FileStore },
): Promise<OwnConversation> {
  const found = await findOwn(tx, actor, id)
  const { parts = [] } = found
  const contact = await self(tx, actor)
  const offered = parts.findLast(({ state }) => state === null)?.quick_replies ?? []
  const picked = offered.find(({ uuid }) => uuid === request.quick_reply)
  if (request.quick_reply !== undefined && !picked)
    throw invalid('quick_reply is not among the answers offered', 'quick_reply')
  const messageId = messageIdOf(found.id)
  const conversationId =
    messageId === undefined ? found.id : String(await beginConversation(tx, actor, messageId))
  await replyAsContact(tx, actor, {
    ...{ conversation: await lockConversation(tx, actor, conversationId), contact, picked },
    body: picked ? undefined : requireBody(request.body, hasFiles(request)),
    attachments: await keepAttachments(files, actor, request),
  })
  return readOwn(tx, actor, conversationId)
}

/** Fills in a form of a conversation. */
export async function fillOwnForm(
  tx: Tx,
  actor: Actor,
  of: { id: string; partId: string; values: Record<string, unknown> },
): Promise<OwnConversation> {
  const { id } = await findOwn(tx, actor, of.id)
  const contact = await self(tx, actor)
  await fillForm(tx, actor, { conversationId: id, partId: of.partId, contact, values: of.values })
  return readOwn(tx, actor, id)
}

/** Says that everything in a conversation has been seen. */
export async function readOwn(tx: Tx, actor: Actor, id: string): Promise<OwnConversation> {
  const view = await findOwn(tx, actor, id)
  const messageId = messageIdOf(view.id)
  if (messageId === undefined) await readConversation(tx, actor, view)
  else await recordSeen(tx, actor, { messageId, contactId: selfOf(actor) })
  return { ...view, unread: false }
}

async function readConversation(tx: Tx, actor: Actor, { id, parts, unread }: OwnConversation): Promise<void> {
  const last = Number(parts?.at(-1)?.id ?? 0)
  const conversation = await lockConversation(tx, actor, id)
  const of = { conversationId: conversation.id, contactId: selfOf(actor) }
  const fresh = await markRead(tx, actor, { ...of, partId: last })
  if (fresh && unread) await append(tx, actor, ...happened(conversation, 'read'))
  await recordSeen(tx, actor, of)
}

/** Says how a conversation was that is over: a number from 1 to 5, and words if any. It may be changed. */
export async function rateOwn(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof RateRequest> },
): Promise<OwnConversation> {
  const view = await findOwn(tx, actor, id)
  const rating = request.rating ?? view.rating?.rating
  if (rating == null) throw missing('rating')
  if (rating < 1 || rating > 5) throw invalid('rating must be from 1 to 5', 'rating')
  if (!view.rating) throw invalid('The conversation is not over', 'rating')
  const conversation = await lockConversation(tx, actor, view.id)
  await rateRow(tx, actor, {
    ...{ conversationId: conversation.id, contactId: selfOf(actor), rating },
    remark: request.remark === undefined ? view.rating.remark : (request.remark?.slice(0, 2000) ?? null),
  })
  await append(tx, actor, ...happened(conversation, 'rated'))
  return findOwn(tx, actor, view.id)
}

const hasFiles = ({ attachment_files }: { attachment_files?: unknown[] }): boolean =>
  (attachment_files ?? []).length > 0

const self = (tx: Tx, actor: Actor): Promise<ContactRef> => requireContact(tx, actor, selfOf(actor))
