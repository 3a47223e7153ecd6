import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import type { PartAuthor } from './part.ts'
import type { NewConversation } from './start.ts'

type Row = NewConversation & { author: PartAuthor; byContact: boolean; createdAt: number }

/** The channel a source comes through, where it is not called as the source is. */
const CHANNELS: Record<string, string> = { conversation: 'messenger', push: 'messenger' }

/** A message of the contact's own is a first reply too, and begins the wait. */
export async function insertConversation(
  tx: Tx,
  actor: Actor,
  row: Row,
): Promise<{ id: number; sourceId: number }> {
  const { author, byContact, createdAt: at, sourceType = 'conversation' } = row
  const { id, source_id } = await tx
    .insertInto('conversations')
    .values({
      workspace_id: actor.workspace.id,
      ...(row.id !== undefined && { id: row.id }),
      is_ticket: row.isTicket ?? false,
      created_at: at,
      updated_at: at,
      company_id: row.companyId ?? null,
      brand_id: row.brandId ?? null,
      channel_initiated: CHANNELS[sourceType] ?? sourceType,
      source_type: sourceType,
      ...(row.sourceId !== undefined && { source_id: row.sourceId }),
      source_delivered_as: row.deliveredAs ?? 'customer_initiated',
      source_subject: row.subject ?? '',
      source_body: row.body,
      source_text: row.body ? toPlain(row.body) : '',
      source_url: row.url ?? null,
      source_author_type: author.type,
      source_author_id: author.id,
      source_author_name: author.name,
      source_author_email: author.email,
      source_attachments: json(row.attachments ?? []),
      source_email: row.email ? json(row.email) : null,
      // Nobody of the team has to read what one of them wrote.
      read: author.type === 'admin' && !row.isTicket,
      ...(byContact && {
        waiting_since: at,
        first_contact_reply_at: at,
        first_contact_reply_type: sourceType,
        first_contact_reply_url: row.url ?? null,
        last_contact_reply_at: at,
      }),
    })
    .returning(['id', 'source_id'])
    .executeTakeFirstOrThrow()
  return { id, sourceId: source_id }
}

export async function insertParticipant(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; contactId: string; readPartId: number },
): Promise<void> {
  await tx
    .insertInto('conversation_contacts')
    .values({
      workspace_id: actor.workspace.id,
      conversation_id: of.conversationId,
      contact_id: of.contactId,
      read_part_id: of.readPartId,
      created_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Makes the teammate who wrote first one of the conversation's teammates. */
export async function insertTeammate(
  tx: Tx,
  actor: Actor,
  { conversationId, author }: { conversationId: number; author: PartAuthor },
): Promise<void> {
  await tx
    .insertInto('conversation_teammates')
    .values({
      workspace_id: actor.workspace.id,
      conversation_id: conversationId,
      admin_id: Number(author.id),
      created_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
