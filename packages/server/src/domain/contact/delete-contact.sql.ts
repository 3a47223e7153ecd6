import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { anyOf } from './contact.sql.ts'

/** Companies count their people and their sessions; the rows that join them go with the contacts. */
export async function leaveCompanies(tx: Tx, actor: Actor, ids: string[]): Promise<void> {
  await tx
    .updateTable('companies')
    .from(
      tx
        .selectFrom('contact_companies')
        .innerJoin('contacts', join =>
          join
            .onRef('contacts.workspace_id', '=', 'contact_companies.workspace_id')
            .onRef('contacts.id', '=', 'contact_companies.contact_id'),
        )
        .select([
          'contact_companies.company_id',
          sql<number>`count(*)::integer`.as('users'),
          sql<number>`sum(contacts.session_count)::integer`.as('sessions'),
        ])
        .where('contact_companies.workspace_id', '=', actor.workspace.id)
        .where('contact_companies.contact_id', '=', anyOf(ids))
        .groupBy('contact_companies.company_id')
        .as('left'),
    )
    .set({
      user_count: sql`greatest(companies.user_count - "left".users, 0)`,
      session_count: sql`greatest(companies.session_count - "left".sessions, 0)`,
    })
    .where('companies.workspace_id', '=', actor.workspace.id)
    .whereRef('companies.id', '=', 'left.company_id')
    .execute()
}

export async function deleteTaggingsOf(tx: Tx, workspaceId: string, contactIds: string[]): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'contact')
    .where('object_id', '=', anyOf(contactIds))
    .execute()
}

/** Whatever else is the contacts' own goes with them: notes, events, choices, those merged into them. */
export async function deleteContactRows(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx
    .deleteFrom('contacts')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(ids))
    .execute()
}
