import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'

/** A time in epoch seconds, both ends included. */
export interface TimeRange {
  from: number
  to: number
}

export const isTimeRange = (value: unknown): value is TimeRange =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'to' in value &&
  typeof value.from === 'number' &&
  typeof value.to === 'number'

/** Where a page of receipts begins: after this one. */
export interface ReceiptKey {
  received_at: number
  message_id: number
  contact_id: string
}

/** Whether anybody received a message in that time. */
export async function hasReceipts(tx: Tx, workspaceId: string, range: TimeRange): Promise<boolean> {
  const row = await receipts(tx, workspaceId, range).select('message_id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The receipts of a time in the order they came, the oldest first. */
export const selectReceipts = (
  tx: Tx,
  workspaceId: string,
  { range, after, most }: { range: TimeRange; after: ReceiptKey | undefined; most: number },
) =>
  receipts(tx, workspaceId, range)
    .innerJoin('messages', message =>
      message
        .onRef('messages.workspace_id', '=', 'message_recipients.workspace_id')
        .onRef('messages.id', '=', 'message_recipients.message_id'),
    )
    .innerJoin('contacts', contact =>
      contact
        .onRef('contacts.workspace_id', '=', 'message_recipients.workspace_id')
        .onRef('contacts.id', '=', 'message_recipients.contact_id'),
    )
    .leftJoin('conversations', conversation =>
      conversation
        .onRef('conversations.workspace_id', '=', 'message_recipients.workspace_id')
        .onRef('conversations.id', '=', 'message_recipients.conversation_id'),
    )
    .select(['message_recipients.message_id', 'message_recipients.contact_id'])
    .select('message_recipients.created_at as received_at')
    .select(['messages.message_type', 'messages.subject', 'contacts.external_id'])
    .select(['contacts.email', 'contacts.name', 'conversations.company_id'])
    .select(row => [
      // A title takes no more of the body than this.
      sql<string>`left(${row.ref('messages.body')}, 1000)`.as('body'),
      row
        .selectFrom('contact_companies')
        .select('contact_companies.company_id')
        .where('contact_companies.workspace_id', '=', workspaceId)
        .whereRef('contact_companies.contact_id', '=', 'message_recipients.contact_id')
        .orderBy('contact_companies.created_at')
        .orderBy('contact_companies.company_id')
        .limit(1)
        .as('first_company_id'),
      row
        .selectFrom('conversation_parts')
        .select(({ fn }) => fn.min('conversation_parts.created_at').as('at'))
        .where('conversation_parts.workspace_id', '=', workspaceId)
        .whereRef('conversation_parts.conversation_id', '=', 'message_recipients.conversation_id')
        .whereRef('conversation_parts.author_id', '=', 'message_recipients.contact_id')
        .where('conversation_parts.created_at', '<=', range.to)
        .where('conversation_parts.body', 'is not', null)
        .as('first_reply'),
    ])
    .$if(after !== undefined, query => (after ? query.where(beyond(after)) : query))
    .orderBy('message_recipients.created_at')
    .orderBy('message_recipients.message_id')
    .orderBy('message_recipients.contact_id')
    .limit(most)
    .execute()

export type ReceiptRow = Awaited<ReturnType<typeof selectReceipts>>[number]

/** What reached its reader; what waits for a channel has no receipt. */
const receipts = (
  tx: Tx,
  workspaceId: string,
  { from, to }: TimeRange,
): SelectQueryBuilder<DB, 'message_recipients', object> =>
  tx
    .selectFrom('message_recipients')
    .where('message_recipients.workspace_id', '=', workspaceId)
    .where('message_recipients.status', 'in', ['sent', 'delivered', 'read'])
    .where('message_recipients.created_at', '>=', from)
    .where('message_recipients.created_at', '<=', to)

const beyond = ({ received_at, message_id, contact_id }: ReceiptKey) =>
  sql<boolean>`(message_recipients.created_at, message_recipients.message_id, message_recipients.contact_id)
    > (${received_at}::bigint, ${message_id}::bigint, ${contact_id}::text)`
