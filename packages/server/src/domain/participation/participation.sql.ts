import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export interface ParticipantRow {
  id: string
  role: 'visitor' | 'lead' | 'user'
}

/** The contacts of a conversation, in the order they came. */
export const selectParticipants = (
  tx: Tx,
  workspaceId: string,
  conversationId: number,
): Promise<ParticipantRow[]> =>
  tx
    .selectFrom('conversation_contacts')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'conversation_contacts.workspace_id')
        .onRef('contacts.id', '=', 'conversation_contacts.contact_id'),
    )
    .select(['contacts.id', 'contacts.role'])
    .where('conversation_contacts.workspace_id', '=', workspaceId)
    .where('conversation_contacts.conversation_id', '=', conversationId)
    .orderBy('conversation_contacts.created_at')
    .orderBy('contacts.id')
    .execute()

/** The ids of those who were not in the conversation before. */
export async function insertParticipants(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; contactIds: string[]; readPartId: number },
): Promise<string[]> {
  const rows = await tx
    .insertInto('conversation_contacts')
    .columns(['workspace_id', 'conversation_id', 'contact_id', 'created_at', 'read_part_id'])
    .expression(
      tx
        .selectFrom('contacts')
        .select([
          'workspace_id',
          sql<number>`${of.conversationId}::bigint`.as('conversation_id'),
          'id',
          sql<number>`${actor.now}::bigint`.as('created_at'),
          sql<number>`${of.readPartId}::bigint`.as('read_part_id'),
        ])
        .where('workspace_id', '=', actor.workspace.id)
        .where('id', '=', sql<string>`any(${of.contactIds}::text[])`),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('contact_id')
    .execute()
  return rows.map(row => row.contact_id)
}

export async function deleteParticipant(
  tx: Tx,
  workspaceId: string,
  conversationId: number,
  contactId: string,
): Promise<void> {
  await tx
    .deleteFrom('conversation_contacts')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('contact_id', '=', contactId)
    .execute()
}
