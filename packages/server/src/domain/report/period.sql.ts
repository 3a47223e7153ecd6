import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The seconds that days begin and end with in a time zone. A day has 23 to 25 hours, which PostgreSQL knows. */
export async function selectEnds(
  tx: Tx,
  timezone: string,
  periods: { from: string; to: string }[],
): Promise<{ since: number; until: number }[]> {
  const { rows } = await sql<{ since: number; until: number }>`
    select extract(epoch from days.first::date::timestamp at time zone ${timezone}::text)::bigint as since,
      extract(epoch from (days.last::date + 1)::timestamp at time zone ${timezone}::text)::bigint - 1 as until
    from unnest(${periods.map(({ from }) => from)}::text[], ${periods.map(({ to }) => to)}::text[])
      with ordinality as days (first, last, place)
    order by days.place`.execute(tx)
  return rows
}

/** The seconds that steps begin with in a time zone, by the names of their first days or hours. */
export async function selectStarts(tx: Tx, timezone: string, names: string[]): Promise<number[]> {
  const { rows } = await sql<{ start: number }>`
    select extract(epoch from steps.name::timestamp at time zone ${timezone}::text)::bigint as start
    from unnest(${names.map(name => (name.includes('T') ? `${name}:00` : name))}::text[])
      with ordinality as steps (name, place)
    order by steps.place`.execute(tx)
  return rows.map(({ start }) => start)
}
