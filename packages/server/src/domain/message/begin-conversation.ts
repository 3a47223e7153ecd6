import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findContact } from '../contact/index.ts'
import { adminAuthor, startConversation } from '../conversation/index.ts'
import { insertThreadMail } from '../mail-thread/index.ts'
import { addParticipants } from '../participation/index.ts'
import {
  lockMessage,
  type MessageRow,
  selectRecipients,
  selectSender,
  setConversation,
} from './message.sql.ts'
import { selectMailOf } from './message-mail.sql.ts'

/**
 * The conversation of a message that an admin sent, which begins now if it has not before: called when a recipient first
 * replies. The message is its source; everybody it went to takes part, but for blind copies. Returns its id; the reply
 * itself is the caller's to add. 404 for a message that does not exist.
 */
export async function beginConversation(tx: Tx, actor: Actor, messageId: number): Promise<number> {
  const message = await lockMessage(tx, actor.workspace.id, messageId)
  if (!message) throw problem(errors.notFound)
  const recipients = await selectRecipients(tx, actor.workspace.id, messageId)
  const begun = recipients.find(each => each.conversation_id !== null)?.conversation_id
  return begun ?? begin(tx, actor, message, recipients)
}

type Recipients = Awaited<ReturnType<typeof selectRecipients>>

async function begin(tx: Tx, actor: Actor, message: MessageRow, recipients: Recipients): Promise<number> {
  const firstId = recipients[0]?.contact_id
  const contact = firstId === undefined ? undefined : await findContact(tx, actor, firstId)
  if (!contact) throw problem(errors.contactNotFound)
  const sender = await selectSender(tx, actor.workspace.id, message.admin_id ?? actor.adminId)
  if (!sender) throw problem(errors.adminNotFound)
  const { id } = await startConversation(tx, actor, {
    contact,
    author: adminAuthor(sender),
    body: message.body,
    subject: message.subject,
    sourceType: SOURCE_TYPES[message.message_type] ?? 'conversation',
    sourceId: message.id,
    deliveredAs: 'admin_initiated',
    createdAt: message.created_at,
  })
  const contactsWhere = (seen: boolean) =>
    recipients.filter(({ status }) => (status === 'read') === seen).map(each => each.contact_id)
  await addParticipants(tx, actor, { conversationId: id, contactIds: contactsWhere(true) })
  await addParticipants(tx, actor, { conversationId: id, contactIds: contactsWhere(false), isUnread: true })
  await setConversation(tx, actor.workspace.id, message.id, id)
  if (message.mail_key !== null) await rememberMail(tx, actor, { ...message, mail_key: message.mail_key }, id)
  return id
}

/** The mail of the message begins the thread of the mails that follow. */
async function rememberMail(
  tx: Tx,
  actor: Actor,
  message: MessageRow & { mail_key: string },
  conversationId: number,
): Promise<void> {
  const mail = await selectMailOf(tx, actor.workspace.id, message.id)
  const from = mail?.sender.address ? { address: mail.sender.address, name: mail.sender.name } : null
  await insertThreadMail(tx, {
    ...{ workspaceId: actor.workspace.id, messageId: message.mail_key, direction: 'out', conversationId },
    headers: { from, to: mail?.recipients.to ?? [], cc: mail?.recipients.cc ?? [], subject: message.subject },
    ...{ partId: null, automatic: false, fingerprint: null, quoted: null, rawKey: null },
    ...{ outgoingId: mail?.id ?? null, now: message.created_at },
  })
}

const SOURCE_TYPES: Record<string, string> = { email: 'email', sms: 'sms', whatsapp: 'whatsapp' }
