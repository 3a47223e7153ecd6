import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Operator, SearchNode, SearchValue } from '@guichet/contract/search.ts'

/** A query tree that is kept, with days ago counted from now; nothing for an empty one. */
export function asOfNow(rules: unknown): SearchNode[] {
  const { field, operator, value } = fieldsOf(rules)
  if (operator === 'AND' || operator === 'OR') {
    const nodes = Array.isArray(value) ? value.flatMap(asOfNow) : []
    return nodes.length > 0 ? [{ operator, value: nodes }] : []
  }
  const compares = OPERATORS.find(each => each === operator)
  if (typeof field !== 'string' || !compares) return []
  return [{ field, operator: compares, value: comparedTo(value) }]
}

function comparedTo(value: unknown): SearchValue | SearchValue[] {
  if (Array.isArray(value)) return value.filter(isScalar)
  const { days_ago: days } = fieldsOf(value)
  if (typeof days === 'number') return Math.floor(Date.now() / 1000) - Math.trunc(days * DAY)
  return isScalar(value) ? value : null
}

const isScalar = (value: unknown): value is SearchValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const OPERATORS: readonly Operator[] = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$']

const DAY = 86_400
