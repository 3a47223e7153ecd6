import { invalid } from '@guichet/contract/errors.ts'
import type { Leaf, SearchValue } from '@guichet/contract/search.ts'
import { LATEST_SECOND } from '@guichet/contract/timestamp.ts'
import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * Compares a column of epoch seconds. With a time zone the comparison is by calendar days of that zone: `=` is the
 * whole day, `>` from the next day's start, `<` before the day's start. Without one it is by the second.
 */
export function comparesDate(
  column: Expression<unknown>,
  leaf: Leaf,
  zone: string | undefined,
): Expression<SqlBool> {
  const { operator, value } = leaf
  if (operator === 'IN' || operator === 'NIN') {
    const values = (Array.isArray(value) ? value : [value])
      .map(each => secondsFrom(each, leaf))
      .filter(each => each !== null)
    const found = sql<boolean>`${column} = any(${values}::bigint[])`
    return operator === 'IN' ? found : sql`not coalesce(${found}, false)`
  }
  const at = secondsFrom(Array.isArray(value) ? null : value, leaf)
  if (operator === '!=')
    return zone === undefined || at === null
      ? sql`${column} is distinct from ${at}`
      : sql`not ${onDay(column, at, zone)}`
  if (at === null) return operator === '=' ? sql`${column} is null` : sql`false`
  if (zone === undefined) return sql`${column} ${sql.raw(operator)} ${at}`
  if (operator === '=') return onDay(column, at, zone)
  if (operator === '>') return sql`${column} >= ${dayStart(at, zone, 1)}`
  if (operator === '<') return sql`${column} < ${dayStart(at, zone, 0)}`
  return operator === '>='
    ? sql`${column} >= ${dayStart(at, zone, 0)}`
    : sql`${column} < ${dayStart(at, zone, 1)}`
}

const onDay = (column: Expression<unknown>, at: number, zone: string) =>
  sql<boolean>`(${column} >= ${dayStart(at, zone, 0)} and ${column} < ${dayStart(at, zone, 1)})`

/** The first second of the day `at` lies in, or of the one `days` later, in a time zone. */
const dayStart = (at: number, zone: string, days: 0 | 1) =>
  sql`extract(epoch from (date_trunc('day', to_timestamp(${at}) at time zone ${zone}) + make_interval(days => ${days})) at time zone ${zone})::bigint`

function secondsFrom(value: SearchValue, leaf: Leaf): number | null {
  if (value === null || value === '') return null
  const seconds = typeof value === 'boolean' ? Number.NaN : Number(value)
  if (!Number.isFinite(seconds))
    throw invalid(`the value of ${leaf.field} must be a Unix timestamp`, leaf.field)
  return Math.min(Math.max(Math.trunc(seconds), EARLIEST), LATEST_SECOND)
}

/** The beginning of the year 1: PostgreSQL's timestamps reach further than any data does. */
const EARLIEST = -62_135_596_800
