import { fieldsOf } from '@guichet/contract/fields.ts'
import type { SearchNode } from '@guichet/contract/search.ts'

/** How a filter compares, by what it means; dates also by how long ago, so that a saved filter stays live. */
export const COMPARISONS = {
  contains: '~',
  lacks: '!~',
  is: '=',
  isNot: '!=',
  starts: '^',
  ends: '$',
  known: '!=',
  unknown: '=',
  above: '>',
  below: '<',
  after: '>',
  before: '<',
  within: '>',
  longerAgo: '<',
} as const

export type Comparison = keyof typeof COMPARISONS

/** One row of a filter. `value` is what the reader wrote: a day as `2026-11-25`, days ago as a number. */
export interface Condition {
  field: string
  is: Comparison
  value: string
}

/** What a list was asked for, as its address keeps it. */
export interface ListSearch {
  /** Words of a name or an address. */
  find?: string
  where?: Condition[]
  /** Whether one of the conditions is enough. */
  any?: boolean
  /** A column's field, with a minus in front from the greatest down. */
  sort?: string
  /** As columns of states instead of as rows, where a list has both. */
  board?: boolean
  /** Those who are archived, and nobody else. */
  archived?: boolean
}

export type FieldKind = 'text' | 'number' | 'date' | 'boolean' | 'choice'

/** Something a list can be narrowed by. */
export interface FilterField {
  name: string
  label: string
  kind: FieldKind
  /** Of a choice: what its values are called. */
  choices?: { value: string; label: string }[]
  /** Whether the values of a choice are numbers on the wire. */
  numeric?: boolean
}

export const COMPARISONS_OF: Record<FieldKind, Comparison[]> = {
  text: ['contains', 'lacks', 'is', 'isNot', 'starts', 'ends', 'known', 'unknown'],
  number: ['is', 'isNot', 'above', 'below'],
  date: ['within', 'longerAgo', 'after', 'before'],
  boolean: ['is'],
  choice: ['is', 'isNot'],
}

export const isDaysAgo = (is: Comparison): boolean => is === 'within' || is === 'longerAgo'
export const takesNothing = (is: Comparison): boolean => is === 'known' || is === 'unknown'

/** No group of a search holds more. */
export const MOST_CONDITIONS = 15

type Group = { operator: 'AND' | 'OR'; value: SearchNode[] }
type Value = string | number | boolean | null | { days_ago: number }
type Rule = { field: string; operator: string; value: Value }

/** The query of a search: all that is asked, with days ago counted from now. */
export function searchQuery(
  { find, where, any }: ListSearch,
  fields: readonly FilterField[],
  wordFields: readonly string[],
): Group {
  const words = find?.trim()
  const rules = rulesOf(where ?? [], fields)
  return {
    operator: 'AND',
    value: [
      ...(words
        ? [{ operator: 'OR' as const, value: wordFields.map(field => leaf(field, 'contains', words)) }]
        : []),
      ...(rules.length > 0
        ? [{ operator: any ? ('OR' as const) : ('AND' as const), value: rules.map(at) }]
        : []),
    ],
  }
}

/** The rules of a segment: the same tree, in which days ago stay days ago. */
export function segmentRules({ where, any }: ListSearch, fields: readonly FilterField[]) {
  return { operator: any ? 'OR' : 'AND', value: rulesOf(where ?? [], fields) }
}

/** The conditions that the rules were made of, for changing them. */
export function conditionsOf(rules: unknown, fields: readonly FilterField[]): ListSearch {
  const { operator, value } = fieldsOf(rules)
  const where = (Array.isArray(value) ? value : []).flatMap(rule => {
    const { field, operator, value } = fieldsOf(rule)
    const { days_ago: days } = fieldsOf(value)
    const kind = fields.find(({ name }) => name === field)?.kind
    if (typeof field !== 'string' || kind === undefined) return []
    if (typeof days === 'number')
      return [
        { field, is: operator === '>' ? ('within' as const) : ('longerAgo' as const), value: String(days) },
      ]
    const is = COMPARISONS_OF[kind].find(
      each => COMPARISONS[each] === operator && !isDaysAgo(each) && takesNothing(each) === (value === null),
    )
    if (!is) return []
    const written =
      kind === 'date' ? new Date(Number(value) * 1000).toLocaleDateString('sv') : String(value ?? '')
    return [{ field, is, value: written }]
  })
  return { where, any: operator === 'OR' }
}

/** The conditions that are complete: a row that is still being written narrows nothing. */
export const completeOf = (where: Condition[]): Condition[] =>
  where.filter(({ is, value }) => takesNothing(is) || value.trim() !== '')

const rulesOf = (where: Condition[], fields: readonly FilterField[]): Rule[] =>
  completeOf(where).flatMap(({ field: name, is, value }) => {
    const field = fields.find(each => each.name === name)
    return field ? [{ field: name, operator: COMPARISONS[is], value: wireValue(field, is, value) }] : []
  })

function wireValue(field: FilterField, is: Comparison, written: string): Value {
  if (takesNothing(is)) return null
  if (isDaysAgo(is)) return { days_ago: Number(written) }
  if (field.kind === 'date') return Math.floor(new Date(`${written}T00:00`).getTime() / 1000)
  if (field.kind === 'number' || field.numeric) return Number(written)
  if (field.kind === 'boolean') return written === 'true'
  return written
}

const DAY = 86_400

/** A rule as of now. */
const at = ({ field, operator, value }: Rule): SearchNode => ({
  field,
  operator: OPERATORS.find(each => each === operator) ?? '=',
  value:
    typeof value === 'object' && value !== null
      ? Math.floor(Date.now() / 1000) - value.days_ago * DAY
      : value,
})

const OPERATORS = Object.values(COMPARISONS)

const leaf = (field: string, is: Comparison, value: string): SearchNode => ({
  ...{ field, value },
  operator: COMPARISONS[is],
})
