import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Companies count their people and their sessions; the rows that join them go with the contact. */
export async function leaveCompanies(
  tx: Tx,
  actor: Actor,
  { id, session_count }: { id: string; session_count: number },
): Promise<void> {
  await tx
    .updateTable('companies')
    .set({
      user_count: sql`greatest(user_count - 1, 0)`,
      session_count: sql`greatest(session_count - ${session_count}::integer, 0)`,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', 'in', rows =>
      rows
        .selectFrom('contact_companies')
        .select('contact_companies.company_id')
        .where('contact_companies.workspace_id', '=', actor.workspace.id)
        .where('contact_companies.contact_id', '=', id),
    )
    .execute()
}

export async function deleteTaggingsOf(tx: Tx, workspaceId: string, contactId: string): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'contact')
    .where('object_id', '=', contactId)
    .execute()
}

/** Whatever else is the contact's own goes with it: notes, events, choices, those merged into it. */
export async function deleteContactRow(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('contacts').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
