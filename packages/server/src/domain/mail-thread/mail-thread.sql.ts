import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { json } from '../../db/json.ts'
import type { Mailbox } from '../../mail/mailer.ts'

/** Who a mail was from and to, and what about. */
export interface MailHeaders {
  from: Mailbox | null
  to: Mailbox[]
  cc: Mailbox[]
  subject: string
}

export interface NewThreadMail {
  workspaceId: string
  messageId: string
  direction: 'in' | 'out'
  conversationId: number
  /** Of a side conversation of it. */
  sideConversationId?: number
  partId: number | null
  automatic: boolean
  headers: MailHeaders
  fingerprint: string | null
  quoted: string | null
  rawKey: string | null
  /** The pictures in its words, by their keys. */
  pictures?: string[]
  outgoingId: number | null
  now: number
}

/** Keeps a mail of a conversation. */
export async function insertThreadMail(tx: Tx, mail: NewThreadMail): Promise<void> {
  await tx
    .insertInto('mail_messages')
    .values({
      ...{ workspace_id: mail.workspaceId, message_id: mail.messageId, direction: mail.direction },
      ...{ conversation_id: mail.conversationId, part_id: mail.partId, automatic: mail.automatic },
      ...{ headers: json(mail.headers), fingerprint: mail.fingerprint, quoted: mail.quoted },
      ...{ raw_key: mail.rawKey, outgoing_id: mail.outgoingId, created_at: mail.now },
      ...{ side_conversation_id: mail.sideConversationId ?? null, pictures: json(mail.pictures ?? []) },
    })
    .execute()
}

/** Holds a mail's fingerprint until the transaction ends, so that another delivery of it waits; its conversation where one is known. */
export async function lockFingerprint(
  tx: Tx,
  workspaceId: string,
  fingerprint: string,
): Promise<{ conversation_id: number } | undefined> {
  await hold(tx, `mail ${workspaceId} ${fingerprint}`)
  return tx
    .selectFrom('mail_messages')
    .select('conversation_id')
    .where('workspace_id', '=', workspaceId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
}

/** The mails of some ids, in no order. */
export const selectByMessageIds = (tx: Tx, workspaceId: string, messageIds: string[]) =>
  tx
    .selectFrom('mail_messages')
    .select(['message_id', 'direction', 'conversation_id', 'side_conversation_id', 'outgoing_id'])
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', sql<string>`any(${messageIds}::text[])`)
    .execute()

/** The latest mails of a conversation, the newest first. */
export const selectLatestOfThread = (tx: Tx, workspaceId: string, conversationId: number, limit: number) =>
  tx
    .selectFrom('mail_messages')
    .select(['message_id', 'direction', 'automatic', 'headers'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('side_conversation_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The same of a side conversation. */
export const selectLatestOfSideThread = (tx: Tx, workspaceId: string, id: number, limit: number) =>
  tx
    .selectFrom('mail_messages')
    .select(['message_id', 'direction'])
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', '=', id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The side conversation of a mail that was handed over; undefined for any other mail. */
export async function selectSideOfOutgoing(
  tx: Tx,
  workspaceId: string,
  outgoingId: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('mail_messages')
    .select('side_conversation_id')
    .where('workspace_id', '=', workspaceId)
    .where('outgoing_id', '=', outgoingId)
    .where('side_conversation_id', 'is not', null)
    .executeTakeFirst()
  return row?.side_conversation_id ?? undefined
}

/** All mails of a conversation for whoever looks at it, the oldest first. */
export const selectThread = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('mail_messages')
    .select(['id', 'direction', 'part_id', 'quoted', 'raw_key', 'outgoing_id', 'created_at'])
    .select(row => row.ref('headers').$castTo<MailHeaders>().as('headers'))
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('side_conversation_id', 'is', null)
    .orderBy('id')
    .limit(1000)
    .execute()

export type ThreadMailRow = Awaited<ReturnType<typeof selectThread>>[number]

export const selectRawKey = (
  tx: Tx,
  workspaceId: string,
  { conversationId, id }: { conversationId: number; id: number },
) =>
  tx
    .selectFrom('mail_messages')
    .select('raw_key')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Where a conversation is now, after at most three merges into others; undefined for one that is gone. */
export async function selectPlace(
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<{ id: number; contact_ids: string[] } | undefined> {
  let at = id
  for (let hop = 0; hop <= 3; hop += 1) {
    const row = await tx
      .selectFrom('conversations')
      .select(['id', 'merged_into'])
      .select(conversation =>
        conversation
          .selectFrom('conversation_contacts')
          .select(sql<string[]>`coalesce(json_agg(contact_id), '[]')`.as('ids'))
          .where('conversation_contacts.workspace_id', '=', workspaceId)
          .whereRef('conversation_contacts.conversation_id', '=', 'conversations.id')
          .as('contact_ids'),
      )
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', at)
      .executeTakeFirst()
    if (!row || row.merged_into === null) return row && { id: row.id, contact_ids: row.contact_ids ?? [] }
    at = row.merged_into
  }
  return undefined
}
