import { ticketsTakeContactReplies } from '@guichet/contract/changes/gates.ts'
import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ReplyTicketRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { mayActForOthers, requireSigner } from '../admin/index.ts'
import { findContactBy } from '../contact/index.ts'
import {
  type AdminReply,
  keepAttachments,
  lockConversation,
  momentOf,
  partsOf,
  readTranslation,
  replyAsAdmin,
  replyAsContact,
  requireBody,
  requireOptions,
} from '../conversation/index.ts'
import { selectLinked } from './link.sql.ts'
import { packageCode } from './package-code.ts'
import { mayNoteInTickets, mayWriteTickets } from './ticket.policy.ts'
import { lockTicket, type TicketStanding } from './ticket.require.ts'
import { type TicketPartView, viewTicketPart } from './ticket-part.view.ts'

type Request = Static<typeof ReplyTicketRequest>

interface Replying {
  id: string
  request: Request
  files: FileStore
}

/** Replies to a ticket as an admin or, on tickets that contacts see, as a contact. Answers the new part. */
export async function replyToTicket(tx: Tx, actor: Actor, input: Replying): Promise<TicketPartView> {
  const isNote = isByAdmin(input.request) && input.request.message_type === 'note'
  const may = isNote ? mayNoteInTickets : mayWriteTickets
  may(actor)
  checkKind(actor, input.request)
  if (!isByAdmin(input.request)) mayActForOthers(actor)
  const standing = await lockTicket(tx, actor, input.id, errors.notFound)
  const reply = isByAdmin(input.request) ? byAdmin : byContact
  const partId = await reply(tx, actor, standing, input)
  const { id } = standing.conversation
  const [part] = (await partsOf(tx, actor, [id], { ids: [partId] })).get(id) ?? []
  if (!part) throw new Error('a reply that was written could not be read')
  return viewTicketPart(actor, part)
}

const isByAdmin = ({ type }: Request): boolean => type === 'admin'

function checkKind(actor: Actor, request: Request): void {
  const { message_type: kind, type } = request
  if (type === undefined) throw missing('type')
  const kinds = isByAdmin(request) ? ['comment', 'note', 'quick_reply'] : ['comment', 'quick_reply']
  if (!kinds.includes(kind)) throw invalid(`${kind} is not a valid message_type`, 'message_type')
  if (!actor.gates.has(ticketsTakeContactReplies) && !(isByAdmin(request) && kind === 'note'))
    throw invalid('Only notes of admins can be replies to a ticket', 'message_type')
}

async function byAdmin(
  tx: Tx,
  actor: Actor,
  { conversation, ticket }: TicketStanding,
  { request, files }: Replying,
): Promise<number> {
  const messageType = request.message_type === 'note' ? 'note' : isQuick(request) ? 'quick_reply' : 'comment'
  if (request.admin_id === undefined) throw missing('admin_id')
  const admin = await requireSigner(tx, actor, request.admin_id, errors.notFound)
  const options = messageType === 'quick_reply' ? requireOptions(request.reply_options) : undefined
  const reply: Omit<AdminReply, 'conversation'> = {
    ...{ admin, messageType, app_package_code: packageCode(actor) },
    body: options ? undefined : requireBody(request.body, hasFiles(request)),
    translation: readTranslation(request),
    ...(options && { options }),
    attachments: await keepAttachments(files, actor, request),
    createdAt: momentOf(request.created_at, actor.now),
    skipNotifications: request.skip_notifications,
  }
  const partId = await replyAsAdmin(tx, actor, { ...reply, conversation })
  if (request.cross_post && messageType === 'note' && ticket.category !== 'Customer') {
    for (const { id } of await selectLinked(tx, actor.workspace.id, ticket.id))
      await replyAsAdmin(tx, actor, { ...reply, conversation: await lockConversation(tx, actor, id) })
  }
  return partId
}

async function byContact(
  tx: Tx,
  actor: Actor,
  { conversation, ticket }: TicketStanding,
  { request, files }: Replying,
): Promise<number> {
  readTranslation(request)
  const { intercom_user_id, user_id, email } = request
  if ((intercom_user_id ?? user_id ?? email) === undefined) throw missing('intercom_user_id')
  if (ticket.category !== 'Customer') throw problem(errors.contactsDoNotReply)
  const contact = await findContactBy(tx, actor, { intercom_user_id, user_id, email })
  if (!contact || !conversation.contact_ids.includes(contact.id)) throw problem(errors.notFound)
  const [picked] = isQuick(request) ? requireOptions(request.reply_options) : []
  return replyAsContact(tx, actor, {
    ...{ conversation, contact, picked },
    body: picked ? undefined : requireBody(request.body, hasFiles(request)),
    attachments: await keepAttachments(files, actor, request),
    createdAt: momentOf(request.created_at, actor.now),
  })
}

const isQuick = ({ message_type }: Request): boolean => message_type === 'quick_reply'

const hasFiles = ({ attachment_urls, attachment_files }: Request): boolean =>
  (attachment_urls ?? []).length + (attachment_files ?? []).length > 0
