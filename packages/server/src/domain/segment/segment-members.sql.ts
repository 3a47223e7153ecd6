import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '../../db/schema.d.ts'
import type { SegmentKind } from './segment.sql.ts'

/** Rows of one table, narrowed to its workspace and to those in question, with nothing selected yet. */
export type Among<T extends keyof DB> = SelectQueryBuilder<DB, T, object>

/** Whom a segment can hold at all, before its rules are asked. */
export const KIND_CONDITIONS: Record<SegmentKind, Expression<SqlBool>> = {
  contact: sql<boolean>`contacts.role = 'lead'`,
  user: sql<boolean>`contacts.role = 'user'`,
  company: sql<boolean>`true`,
}

export const NOBODY: Expression<SqlBool> = sql<boolean>`false`

export const both = (one: Expression<SqlBool>, other: Expression<SqlBool>): Expression<SqlBool> =>
  sql<boolean>`(${one} and ${other})`

/** For each of some rows the ids whose condition it meets: every condition is asked in one pass over the rows. */
export function selectMeeting<T extends keyof DB>(
  among: Among<T>,
  idColumn: string,
  conditions: { id: string; condition: Expression<SqlBool> }[],
): Promise<{ id: string; met: string[] }[]> {
  const cases = conditions.map(({ id, condition }) => sql`case when ${condition} then ${id}::text end`)
  return among
    .select([
      sql<string>`${sql.ref(idColumn)}`.as('id'),
      sql<string[]>`array_remove(array[${sql.join(cases)}]::text[], null)`.as('met'),
    ])
    .$castTo<{ id: string; met: string[] }>()
    .execute()
}
