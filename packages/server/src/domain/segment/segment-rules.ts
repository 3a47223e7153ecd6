import { gatesAt } from '@guichet/contract/change.ts'
import { Problem } from '@guichet/contract/errors.ts'
import { isFields } from '@guichet/contract/fields.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Expression, SqlBool } from 'kysely'
import type { DB } from '../../db/schema.d.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Searchable, SearchContext } from '../../db/search/fields.ts'
import type { SegmentRow } from './segment.sql.ts'
import { type Among, both, KIND_CONDITIONS, NOBODY, selectMeeting } from './segment-members.sql.ts'

/**
 * The condition of being in a segment, on the table that is searched. Who is in it does not depend on the version a
 * caller speaks. A segment whose rules can no longer be read, or that asks for itself, holds nobody.
 */
export async function segmentCondition(
  context: SearchContext,
  searchable: Searchable,
  segment: SegmentRow,
): Promise<Expression<SqlBool>> {
  if (context.within?.has(segment.id)) return NOBODY
  const within = new Set([...(context.within ?? []), segment.id])
  const actor = { ...context.actor, version: NEWEST, gates: gatesAt(NEWEST) }
  try {
    const query = parseQuery(withDates(segment.rules, actor.now))
    const rules = await compileSearch({ ...context, actor, within }, searchable, query)
    return both(KIND_CONDITIONS[segment.person_type], rules)
  } catch (error) {
    if (error instanceof Problem) return NOBODY
    throw error
  }
}

/** Which of some segments each of some rows is in, by the row's id; one statement however many of either. */
export async function segmentsHolding<T extends keyof DB>(
  context: SearchContext,
  of: { segments: SegmentRow[]; searchable: Searchable; among: Among<T>; idColumn: string },
): Promise<Map<string, SegmentRow[]>> {
  if (of.segments.length === 0) return new Map()
  const conditions = await Promise.all(
    of.segments.map(async segment => ({
      id: segment.id,
      condition: await segmentCondition(context, of.searchable, segment),
    })),
  )
  const rows = await selectMeeting(of.among, of.idColumn, conditions)
  return new Map(rows.map(({ id, met }) => [id, of.segments.filter(segment => met.includes(segment.id))]))
}

/**
 * Stored rules may say how long ago instead of when, so that a segment stays live:
 * `{ field: 'last_seen_at', operator: '>', value: { days_ago: 30 } }`.
 */
export function withDates(rules: unknown, now: number): unknown {
  if (Array.isArray(rules)) return rules.map(each => withDates(each, now))
  if (!isFields(rules)) return rules
  const { days_ago: days } = rules
  if (typeof days === 'number') return now - Math.trunc(days * DAY)
  return 'value' in rules ? { ...rules, value: withDates(rules['value'], now) } : rules
}

const DAY = 86_400
