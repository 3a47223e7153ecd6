import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Side } from './side.ts'

/** Moves conversations, and what the contact wrote in them. */
export async function moveConversations(
  tx: Tx,
  workspaceId: string,
  from: string,
  survivor: Side,
): Promise<void> {
  const { id: into, role } = survivor
  await tx
    .insertInto('conversation_contacts')
    .columns(['workspace_id', 'conversation_id', 'contact_id', 'created_at'])
    .expression(
      tx
        .selectFrom('conversation_contacts')
        .select([
          'workspace_id',
          'conversation_id',
          sql<string>`${into}::text`.as('contact_id'),
          'created_at',
        ])
        .where('workspace_id', '=', workspaceId)
        .where('contact_id', '=', from),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .updateTable('conversations')
    .set({
      source_author_id: sql`case when source_author_id = ${from} then ${into} else source_author_id end`,
      source_author_type: sql`case when source_author_id = ${from} then ${role} else source_author_type end`,
      rating_contact_id: sql`case when rating_contact_id = ${from} then ${into} else rating_contact_id end`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', conversationsOf(tx, workspaceId, from))
    .execute()
  await tx
    .updateTable('conversation_parts')
    .set({ author_id: into, author_type: role })
    .where('workspace_id', '=', workspaceId)
    .where('author_id', '=', from)
    .where('conversation_id', 'in', conversationsOf(tx, workspaceId, from))
    .execute()
  await tx
    .deleteFrom('conversation_contacts')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}

const conversationsOf = (tx: Tx, workspaceId: string, contactId: string) =>
  tx
    .selectFrom('conversation_contacts')
    .select('conversation_contacts.conversation_id')
    .where('conversation_contacts.workspace_id', '=', workspaceId)
    .where('conversation_contacts.contact_id', '=', contactId)
