import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'

/** The id of the message that a mail of one of these names carried, the first of them first. */
export async function selectMessageIdOfMail(
  tx: Tx,
  workspaceId: string,
  keys: string[],
): Promise<number | undefined> {
  if (keys.length === 0) return undefined
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('mail_key', '=', sql<string>`any(${keys}::text[])`)
    .orderBy(sql`array_position(${keys}::text[], mail_key)`)
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Those a message went to, with their addresses as they are now, and its conversation where it has begun. */
export const selectAddressed = (tx: Tx, workspaceId: string, messageId: number) =>
  tx
    .selectFrom('message_recipients as recipient')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'recipient.workspace_id')
        .onRef('contacts.id', '=', 'recipient.contact_id'),
    )
    .select(['contacts.id', 'contacts.email', 'recipient.conversation_id'])
    .where('recipient.workspace_id', '=', workspaceId)
    .where('recipient.message_id', '=', messageId)
    .execute()

interface Written {
  id: number
  subject: string
  sender: { name: string; address?: string }
  recipients: { to: Mailbox[]; cc: Mailbox[] }
}

/** The mail of a message as it was handed over; undefined once that is forgotten. */
export const selectMailOf = (tx: Tx, workspaceId: string, messageId: number): Promise<Written | undefined> =>
  tx
    .selectFrom('outgoing_messages')
    .select(['id', 'subject'])
    .select(row => [
      row.ref('sender').$castTo<Written['sender']>().as('sender'),
      row.ref('recipients').$castTo<Written['recipients']>().as('recipients'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .where('channel', '=', 'email')
    .executeTakeFirst()
