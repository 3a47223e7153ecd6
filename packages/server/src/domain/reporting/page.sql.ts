import { type SelectQueryBuilder, sql } from 'kysely'
import type { Asked, ReportRow } from './dataset.ts'
import type { Column } from './values.sql.ts'

/** The next page of what `query` narrows to, in the order of two columns that together are its own of each row. */
export async function pageOf<D, T extends keyof D>(
  query: SelectQueryBuilder<D, T, object>,
  [first, second]: [Column, Column],
  { values, after, most }: Asked,
): Promise<ReportRow[]> {
  const place = sql`${sql.ref(first)}, ${sql.ref(second)}`
  const beyond = sql<boolean>`(${place}) > (${after?.first}::bigint, ${after?.second}::bigint)`
  const cells = sql.join(values.map(value => sql`(${value})::text`))
  return query
    .$if(after !== undefined, from => from.where(beyond))
    .select([
      sql`array[${cells}]::text[]`.as('cells'),
      sql`${sql.ref(first)}`.as('first'),
      sql`${sql.ref(second)}`.as('second'),
    ])
    .orderBy(sql.ref(first))
    .orderBy(sql.ref(second))
    .limit(most)
    .$castTo<ReportRow>()
    .execute()
}
