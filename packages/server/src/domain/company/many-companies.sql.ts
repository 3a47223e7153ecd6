import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Companies } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

/** A company by the id its owner gave it, with a name or none said. */
export interface NamedCompany {
  company_id: string
  name: string | null
}

/** Makes companies, or names those that are there already, in one statement; no `company_id` is given twice. */
export const upsertCompanies = (
  tx: Tx,
  actor: Actor,
  rows: (NamedCompany & { id: string })[],
): Promise<{ id: string; company_id: string }[]> =>
  tx
    .insertInto('companies')
    .columns([
      ...(['workspace_id', 'id', 'company_id', 'name', 'remote_created_at', 'created_at'] as const),
      'updated_at',
    ])
    .expression(
      tx
        .selectFrom(
          sql<NamedCompany & { id: string }>`(
            select * from jsonb_to_recordset(${json(rows)}::jsonb) as row (id text, company_id text, name text))`.as(
            'given',
          ),
        )
        .select([
          sql<string>`${actor.workspace.id}::text`.as('workspace_id'),
          ...(['given.id', 'given.company_id', 'given.name'] as const),
          sql<number>`${actor.now}::bigint`.as('remote_created_at'),
          sql<number>`${actor.now}::bigint`.as('created_at'),
          sql<number>`${actor.now}::bigint`.as('updated_at'),
        ])
        .orderBy('given.company_id'),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'company_id']).where('archived_at', 'is', null).doUpdateSet({
        name: sql<string | null>`coalesce(excluded.name, companies.name)`,
        updated_at: actor.now,
      }),
    )
    .returning(['id', 'company_id'])
    .execute()

export type StoredCompany = Selectable<Companies>

/** The companies of some ids or `company_id`s as they are stored, held until the transaction ends. */
export const lockCompanies = (
  tx: Tx,
  workspaceId: string,
  named: { ids: string[] } | { companyIds: string[] },
): Promise<StoredCompany[]> =>
  tx
    .selectFrom('companies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
    .where(row =>
      'ids' in named
        ? row('id', '=', sql<string>`any(${named.ids}::text[])`)
        : row('company_id', '=', sql<string>`any(${named.companyIds}::text[])`),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
