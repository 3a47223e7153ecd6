import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Archives every conversation a contact takes part in. */
export async function archiveConversationsOf(tx: Tx, actor: Actor, contactId: string): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({ archived_at: actor.now, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('archived_at', 'is', null)
    .where('id', 'in', rows =>
      rows
        .selectFrom('conversation_contacts')
        .select('conversation_id')
        .where('conversation_contacts.workspace_id', '=', actor.workspace.id)
        .where('contact_id', '=', contactId),
    )
    .execute()
}
