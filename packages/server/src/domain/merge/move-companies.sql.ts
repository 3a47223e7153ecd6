import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Side } from './side.ts'

/**
 * What companies count, before their members move: one both were in has one person less, and one only one of them was in
 * gains the sessions of the other.
 */
export async function countAnew(tx: Tx, workspaceId: string, merged: Side, survivor: Side): Promise<void> {
  const joined = tx
    .selectFrom('contact_companies')
    .select('contact_companies.company_id')
    .select([
      sql<boolean>`bool_or(contact_companies.contact_id = ${merged.id})`.as('had_merged'),
      sql<boolean>`bool_or(contact_companies.contact_id = ${survivor.id})`.as('had_survivor'),
    ])
    .where('contact_companies.workspace_id', '=', workspaceId)
    .where('contact_companies.contact_id', 'in', [merged.id, survivor.id])
    .groupBy('contact_companies.company_id')
    .as('joined')
  await tx
    .updateTable('companies')
    .from(joined)
    .set({
      user_count: sql`user_count - case when had_merged and had_survivor then 1 else 0 end`,
      session_count: sql`session_count + case when not had_survivor then ${survivor.session_count}::integer
        when not had_merged then ${merged.session_count}::integer else 0 end`,
    })
    .where('companies.workspace_id', '=', workspaceId)
    .whereRef('companies.id', '=', 'joined.company_id')
    .execute()
}

export async function moveCompanies(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  const moved = tx
    .selectFrom('contact_companies')
    .select(['workspace_id', sql<string>`${into}::text`.as('contact_id'), 'company_id'])
    .select(['created_at', 'last_visited_at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
  await tx
    .insertInto('contact_companies')
    .columns(['workspace_id', 'contact_id', 'company_id', 'created_at', 'last_visited_at'])
    .expression(moved)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .deleteFrom('contact_companies')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from)
    .execute()
}
