import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type NumberedPage, type PageOrder, rowsOfPage } from '../../db/numbered.ts'
import type { Actor } from '../actor.ts'

/** The companies that lists, searches and scrolls show. In strict mode one appears with its first user. */
export function listedCompanies(tx: Tx, actor: Actor) {
  const all = tx
    .selectFrom('companies')
    .where('companies.workspace_id', '=', actor.workspace.id)
    .where('companies.archived_at', 'is', null)
  return actor.strict ? all.where('companies.user_count', '>', 0) : all
}

export const companiesAmong = (tx: Tx, workspaceId: string, ids: string[]) =>
  tx
    .selectFrom('companies')
    .where('companies.workspace_id', '=', workspaceId)
    .where('companies.id', '=', sql<string>`any(${ids}::text[])`)

/** One stretch of listed companies, those that made the latest request first or last. */
export async function selectListedIds(
  tx: Tx,
  actor: Actor,
  of: { condition: Expression<SqlBool>; direction: 'asc' | 'desc'; page: NumberedPage },
): Promise<string[]> {
  const all = listedCompanies(tx, actor).where(of.condition).select('companies.id')
  const rows = await rowsOfPage(all, BY_REQUEST[of.direction], of.page)
  return rows.map(row => row.id)
}

const byRequest = (direction: 'asc' | 'desc'): PageOrder => ({
  ...{ name: `companies ${direction}`, direction },
  places: [
    { by: 'companies.last_request_at', type: 'bigint', nullable: true },
    { by: 'companies.id', type: 'text' },
  ],
})

const BY_REQUEST = { asc: byRequest('asc'), desc: byRequest('desc') }

/** The listed companies after an id, in the order of ids: the order they were made in. */
export async function selectIdsAfter(tx: Tx, actor: Actor, after: string, limit: number): Promise<string[]> {
  const rows = await listedCompanies(tx, actor)
    .where('companies.id', '>', after)
    .select('companies.id')
    .orderBy('companies.id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** The company of a name: of several, the one changed last. */
export const selectCompanyNamed = (
  tx: Tx,
  workspaceId: string,
  name: string,
): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('companies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .where('archived_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const ALL: Expression<SqlBool> = sql<boolean>`true`
export const NONE: Expression<SqlBool> = sql<boolean>`false`

export const both = (one: Expression<SqlBool>, other: Expression<SqlBool>): Expression<SqlBool> =>
  sql<boolean>`(${one} and ${other})`
