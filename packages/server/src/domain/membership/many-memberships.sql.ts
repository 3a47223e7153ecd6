import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Joining, Pair } from './membership.sql.ts'

/** Puts contacts in companies; those who were in them already are not among the answers. */
export async function insertMemberships(tx: Tx, actor: Actor, pairs: Pair[]): Promise<Pair[]> {
  const rows = pairs.map(({ contactId, companyId }) => ({ contact_id: contactId, company_id: companyId }))
  const joined = await tx
    .insertInto('contact_companies')
    .columns(['workspace_id', 'contact_id', 'company_id', 'created_at'])
    .expression(
      tx
        .selectFrom(
          sql<{ contact_id: string; company_id: string }>`(
            select * from jsonb_to_recordset(${json(rows)}::jsonb) as row (contact_id text, company_id text))`.as(
            'given',
          ),
        )
        .select([
          sql<string>`${actor.workspace.id}::text`.as('workspace_id'),
          ...(['given.contact_id', 'given.company_id'] as const),
          sql<number>`${actor.now}::bigint`.as('created_at'),
        ]),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning(['contact_id', 'company_id'])
    .execute()
  return joined.map(row => ({ contactId: row.contact_id, companyId: row.company_id }))
}

/** What those who join bring along, by company. */
export async function addToCompanies(
  tx: Tx,
  actor: Actor,
  joined: (Joining & { companyId: string })[],
): Promise<void> {
  const rows = joined.map(({ companyId, session_count, last_request_at }) => ({
    ...{ company_id: companyId, session_count, last_request_at },
  }))
  await tx
    .updateTable('companies')
    .from(
      sql<{ company_id: string; users: number; sessions: number; last_request_at: number | null }>`(
        select company_id, count(*)::integer as users, sum(session_count)::integer as sessions,
          max(last_request_at) as last_request_at
        from jsonb_to_recordset(${json(rows)}::jsonb)
          as row (company_id text, session_count integer, last_request_at bigint)
        group by company_id order by company_id)`.as('given'),
    )
    .set({
      user_count: sql<number>`companies.user_count + given.users`,
      session_count: sql<number>`companies.session_count + given.sessions`,
      last_request_at: sql<number>`greatest(companies.last_request_at, given.last_request_at)`,
      updated_at: actor.now,
    })
    .where('companies.workspace_id', '=', actor.workspace.id)
    .whereRef('companies.id', '=', 'given.company_id')
    .execute()
}

/** Those of some contacts who are in as many companies as one can be. */
export async function selectFull(
  tx: Tx,
  workspaceId: string,
  contactIds: string[],
  most: number,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('contact_companies')
    .select('contact_id')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', sql<string>`any(${contactIds}::text[])`)
    .groupBy('contact_id')
    .having(row => row.fn.countAll<number>(), '>=', most)
    .execute()
  return new Set(rows.map(row => row.contact_id))
}
