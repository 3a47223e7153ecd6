import { errors, problem } from '@guichet/contract/errors.ts'
import type { Message } from '@guichet/contract/models/message.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { mayActForOthers, requireSigner, viewAdmins } from '../admin/index.ts'
import { findContactBy, touchContacts } from '../contact/index.ts'
import { momentOf, startAsContact } from '../conversation/index.ts'
import { beginConversation } from './begin-conversation.ts'
import { dispatch } from './dispatch.ts'
import { messageStats } from './message.events.ts'
import { mayWriteMessages } from './message.policy.ts'
import { insertMessage } from './message.sql.ts'
import { type MessageRequest, readBody, readOutbound } from './outbound.ts'
import { readRecipients } from './recipients.ts'

type MessageView = Static<typeof Message>

/** Sends an admin's message, or begins a conversation with one of a contact's: `from.type` tells which. */
export function createMessage(tx: Tx, actor: Actor, input: Creating): Promise<MessageView> {
  mayWriteMessages(actor)
  const { request } = input
  const type = request.from?.type ?? 'admin'
  if (type === 'admin') return sendAsAdmin(tx, actor, input)
  if (!CONTACTS.has(type)) throw problem(errors.parameterInvalid, `from.type '${type}' is not valid`)
  return writeAsContact(tx, actor, request)
}

interface Creating {
  request: MessageRequest
  /** What the addresses are signed with that answers go to. */
  secrets: SecretBox
}

const CONTACTS = new Set(['user', 'lead', 'contact'])

/** A message outside any conversation; it gets one when a recipient replies, or at once where that is asked for. In the app it is seen before. */
async function sendAsAdmin(tx: Tx, actor: Actor, { request, secrets }: Creating): Promise<MessageView> {
  const outbound = readOutbound(request)
  const createdAt = momentOf(request.created_at, actor.now) ?? actor.now
  const admin = await requireSigner(tx, actor, request.from?.id)
  const recipients = await readRecipients(tx, actor, { channel: outbound.channel, request })
  const id = await insertMessage(tx, actor, {
    ...outbound,
    body: toHtml(outbound.body),
    ...{ adminId: admin.id, createdAt, recipients },
    status: outbound.channel === 'inapp' ? 'sent' : 'pending',
  })
  if (outbound.channel !== 'inapp')
    await dispatch(tx, actor, { ...{ id, admin, recipients, secrets }, outbound, channel: outbound.channel })
  const reached = [...recipients.to, ...recipients.cc].map(contact => contact.id)
  // What stands in a messenger has reached it; what a channel carries is told of once that has taken it.
  const { channel, subject } = outbound
  if (channel === 'inapp')
    await append(tx, actor, ...messageStats({ channel, messageId: id, subject }, 'receipt', reached))
  await touchContacts(tx, actor, reached, { last_contacted_at: createdAt })
  const atOnce = request.create_conversation_without_contact_reply === true
  return {
    type: 'admin_message',
    id: String(id),
    created_at: createdAt,
    ...{ subject: outbound.subject, body: outbound.body, message_type: outbound.channel },
    ...(atOnce && { conversation_id: String(await beginConversation(tx, actor, id)) }),
    owner: await viewOwner(tx, actor, admin),
  }
}

async function viewOwner(
  tx: Tx,
  actor: Actor,
  { id, name, email }: { id: number; name: string; email: string },
): Promise<NonNullable<MessageView['owner']>> {
  const [admin] = await viewAdmins(tx, actor, [id])
  return {
    ...{ type: 'admin', id: String(id), name, email },
    away_mode_enabled: admin?.away_mode_enabled ?? false,
    away_mode_reassign: admin?.away_mode_reassign ?? false,
  }
}

/** The same as starting a conversation, whose first message this is. */
async function writeAsContact(tx: Tx, actor: Actor, request: MessageRequest): Promise<MessageView> {
  mayActForOthers(actor)
  const body = readBody(request.body)
  const contact = request.from && (await findContactBy(tx, actor, request.from))
  if (!contact) throw problem(errors.contactNotFound)
  return startAsContact(tx, actor, {
    contact,
    body,
    createdAt: momentOf(request.created_at, actor.now),
    url: request.referer ?? null,
  })
}
