import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export const allOf = (conditions: Expression<SqlBool>[]): Expression<SqlBool> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`

export const anyOf = (conditions: Expression<SqlBool>[]): Expression<SqlBool> =>
  sql<boolean>`(${sql.join(conditions, sql` or `)})`

export const NOBODY: Expression<SqlBool> = sql<boolean>`false`

/** Whether the contact is in a company for which a condition on `companies` holds. */
export function withCompany(
  tx: Tx,
  workspaceId: string,
  condition: Expression<SqlBool>,
): Expression<SqlBool> {
  const held = tx
    .selectFrom('contact_companies')
    .innerJoin('companies', join =>
      join
        .onRef('companies.workspace_id', '=', 'contact_companies.workspace_id')
        .onRef('companies.id', '=', 'contact_companies.company_id'),
    )
    .select(sql`1`.as('one'))
    .where('contact_companies.workspace_id', '=', workspaceId)
    .where('contact_companies.contact_id', '=', sql.ref<string>('contacts.id'))
    .where('companies.archived_at', 'is', null)
    .where(condition)
  return sql<boolean>`exists ${held}`
}

/** Of some conditions, those that hold for one contact, by the id given with each. */
export async function selectHolding(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  conditions: { id: number; condition: Expression<SqlBool> }[],
): Promise<Set<number>> {
  const cases = conditions.map(({ id, condition }) => sql`case when ${condition} then ${id}::bigint end`)
  const row = await tx
    .selectFrom('contacts')
    .select(sql<number[]>`array_remove(array[${sql.join(cases)}]::bigint[], null)`.as('holding'))
    .where('contacts.workspace_id', '=', workspaceId)
    .where('contacts.id', '=', contactId)
    .executeTakeFirst()
  return new Set(row?.holding.map(Number))
}

/** How many people a condition holds for, and how many of those are visitors; archived and merged ones are never among them. */
export async function selectSize(
  tx: Tx,
  workspaceId: string,
  condition: Expression<SqlBool>,
): Promise<{ count: number; visitors: number }> {
  const { count, visitors } = await tx
    .selectFrom('contacts')
    .select([
      sql<number>`count(*)::integer`.as('count'),
      sql<number>`(count(*) filter (where contacts.role = 'visitor'))::integer`.as('visitors'),
    ])
    .where('contacts.workspace_id', '=', workspaceId)
    .where('contacts.merged_into', 'is', null)
    .where('contacts.archived_at', 'is', null)
    .where(condition)
    .executeTakeFirstOrThrow()
  return { count, visitors }
}
