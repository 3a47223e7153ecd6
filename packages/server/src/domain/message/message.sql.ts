import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { ContactRef } from '../contact/index.ts'
import type { Outbound } from './outbound.ts'
import type { Recipients } from './recipients.ts'

/** A message on its way in. `body` is sanitised HTML. */
export interface NewMessage extends Outbound {
  adminId: number
  createdAt: number
  recipients: Recipients
  status: 'sent' | 'pending'
}

/** Stores a message and who it is for, in one statement. Returns its id, which is its conversation's source id. */
export async function insertMessage(tx: Tx, actor: Actor, message: NewMessage): Promise<number> {
  const { to, cc, bcc } = message.recipients
  const workspaceId = actor.workspace.id
  const { id } = await tx
    .insertInto('messages')
    .values({
      ...{ workspace_id: workspaceId, message_type: message.channel, admin_id: message.adminId },
      ...{ subject: message.subject, body: message.body, template: message.template, locale: message.locale },
      components: message.components && json(message.components),
      ...{ cc: json(cc.map(short)), bcc: json(bcc.map(short)), created_at: message.createdAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('message_recipients')
    .values(
      [...to, ...cc].map(contact => ({
        ...{ workspace_id: workspaceId, message_id: id, contact_id: contact.id },
        ...{ status: message.status, created_at: message.createdAt },
        awaits_reply: message.channel === 'inapp',
      })),
    )
    .execute()
  return id
}

const short = ({ id, role }: ContactRef) => ({ type: role, id })

/** Keeps what the mail of a message is called. */
export async function setMailKey(tx: Tx, workspaceId: string, id: number, key: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ mail_key: key })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** A message that has no conversation yet, held until the transaction ends. */
export const lockMessage = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('messages')
    .select(['id', 'message_type', 'admin_id', 'subject', 'body', 'mail_key', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type MessageRow = NonNullable<Awaited<ReturnType<typeof lockMessage>>>

/** Who sent a message, though they may have left since. */
export const selectSender = (tx: Tx, workspaceId: string, adminId: number) =>
  tx
    .selectFrom('admins')
    .select(['id', 'kind', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', adminId)
    .executeTakeFirst()

export const selectRecipients = (
  tx: Tx,
  workspaceId: string,
  messageId: number,
): Promise<{ contact_id: string; conversation_id: number | null; status: string }[]> =>
  tx
    .selectFrom('message_recipients')
    .select(['contact_id', 'conversation_id', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .orderBy('created_at')
    .execute()

export async function setConversation(
  tx: Tx,
  workspaceId: string,
  messageId: number,
  conversationId: number,
): Promise<void> {
  await tx
    .updateTable('message_recipients')
    .set({ conversation_id: conversationId, awaits_reply: false })
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .execute()
}

/** Where contacts can be reached, and what stands against it. */
export const selectReachable = (tx: Tx, workspaceId: string, ids: string[]) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'name', 'email', 'phone', 'formatted_phone'])
    .select(['unsubscribed_from_emails', 'has_hard_bounced', 'marked_email_as_spam'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()

export type Reachable = Awaited<ReturnType<typeof selectReachable>>[number]

/** What became of a message towards some whom it was for; those for whom that is news. */
export async function updateRecipients(
  tx: Tx,
  workspaceId: string,
  change: {
    messageId: number
    contactIds: string[]
    status: 'sent' | 'kept' | 'delivered' | 'read' | 'failed'
    error: string | null
    now: number
  },
): Promise<string[]> {
  const moved = await tx
    .updateTable('message_recipients')
    .set({ status: change.status, error: change.error, updated_at: change.now })
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', change.messageId)
    .where('contact_id', 'in', change.contactIds)
    .where('status', 'in', BEFORE[change.status])
    .returning('contact_id')
    .execute()
  return moved.map(({ contact_id }) => contact_id)
}

/** What may become what: a receipt may come late or twice. */
const BEFORE = {
  sent: ['pending', 'kept', 'failed'],
  kept: ['pending', 'kept', 'failed'],
  failed: ['pending', 'kept', 'failed', 'sent'],
  delivered: ['sent'],
  read: ['sent', 'delivered'],
} as const

/** Addresses to which a mail server says that there is nobody. */
export async function markBounced(tx: Tx, workspaceId: string, contactIds: string[]): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ has_hard_bounced: true })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', contactIds)
    .execute()
}

/** A message in the app to a contact, by itself or by the conversation that began with it. */
export type ChatOf = { contactId: string } & ({ messageId: number } | { conversationId: number })

/** A message in the app to a contact, as long as they have not seen it. */
export const selectUnseenChat = (tx: Tx, workspaceId: string, of: ChatOf) =>
  tx
    .selectFrom('message_recipients as recipient')
    .innerJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'recipient.workspace_id')
        .onRef('messages.id', '=', 'recipient.message_id'),
    )
    .select(['messages.id', 'messages.message_type', 'messages.subject'])
    .where('recipient.workspace_id', '=', workspaceId)
    .where('recipient.contact_id', '=', of.contactId)
    .where(row =>
      'messageId' in of
        ? row('recipient.message_id', '=', of.messageId)
        : row('recipient.conversation_id', '=', of.conversationId),
    )
    .where('recipient.status', '=', 'sent')
    .where('messages.message_type', '=', 'inapp')
    .executeTakeFirst()

/** What was sent, and by whom. */
export const selectSent = (tx: Tx, workspaceId: string, messageId: number) =>
  tx
    .selectFrom('messages')
    .select(['template', 'created_at', 'subject', 'admin_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst()

/** The id of the contact with one of these spellings of a number: a user before a lead. */
export async function selectContactIdOfPhone(
  tx: Tx,
  workspaceId: string,
  spellings: string[],
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('phone', '=', sql<string>`any(${spellings}::text[])`)
    .where('merged_into', 'is', null)
    .orderBy('role', 'desc')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
