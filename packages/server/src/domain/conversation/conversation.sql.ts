import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export const selectConversationRef = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversations')
    .select(['id', 'is_ticket', 'state'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The latest conversation a contact takes part in; tickets are none. */
export const selectLatestOf = async (
  tx: Tx,
  workspaceId: string,
  contactId: string,
): Promise<number | undefined> => {
  const row = await tx
    .selectFrom('conversation_contacts')
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'conversation_contacts.workspace_id')
        .onRef('conversations.id', '=', 'conversation_contacts.conversation_id'),
    )
    .select('conversation_contacts.conversation_id as id')
    .where('conversation_contacts.workspace_id', '=', workspaceId)
    .where('conversation_contacts.contact_id', '=', contactId)
    .where('conversations.is_ticket', '=', false)
    .orderBy('conversation_contacts.conversation_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/**
 * The conversations that lists and searches give: not those of blocked contacts, and of tickets those of customers,
 * which are conversations too.
 */
export const listedConversations = (tx: Tx, workspaceId: string, condition?: Expression<SqlBool>) => {
  const listed = tx
    .selectFrom('conversations')
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.archived_at', 'is', null)
    .where(row =>
      row.or([
        row('conversations.is_ticket', '=', false),
        row.exists(
          row
            .selectFrom('tickets')
            .select(sql`1`.as('one'))
            .where('tickets.workspace_id', '=', workspaceId)
            .whereRef('tickets.id', '=', 'conversations.id')
            .where('tickets.category', '=', 'Customer'),
        ),
      ]),
    )
  return condition ? listed.where(condition) : listed
}
