import { invalid, type Problem } from './errors.ts'
import { isFields } from './fields.ts'

/** The comparisons a search can make. */
export const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$'] as const
export type Operator = (typeof OPERATORS)[number]

export interface Leaf {
  field: string
  operator: Operator
  value: SearchValue | SearchValue[]
}
export interface Group {
  operator: 'AND' | 'OR'
  value: SearchNode[]
}
export type SearchNode = Leaf | Group
export type SearchValue = string | number | boolean | null

/** A group may hold groups, and those hold leaves only; no group holds more than fifteen entries. */
export const MAX_DEPTH = 2
export const MAX_ENTRIES = 15

export const isGroup = (node: SearchNode): node is Group => node.operator === 'AND' || node.operator === 'OR'

/** Reads a query tree, a single leaf or a group; throws what is wrong with its structure. Fields are not its business. */
export function parseQuery(query: unknown, depth = 1): SearchNode {
  if (!isFields(query)) throw invalid('query must be an object', 'query')
  const { field, operator, value } = query
  if (field === undefined && isConjunction(operator)) return { operator, value: parseEntries(value, depth) }
  if (typeof field !== 'string')
    throw invalid('each query filter needs a field, an operator and a value', 'field')
  if (!isOperator(operator)) throw badOperator(operator)
  return { field, operator, value: parseValue(value, operator) }
}

function parseEntries(value: unknown, depth: number): SearchNode[] {
  if (!Array.isArray(value)) throw invalid('the value of AND and OR must be an array of filters', 'value')
  if (value.length > MAX_ENTRIES)
    throw invalid(`a query group may hold at most ${MAX_ENTRIES} filters`, 'value')
  if (depth > MAX_DEPTH) throw invalid(`query groups may be nested at most ${MAX_DEPTH} levels deep`, 'query')
  return value.map(entry => parseQuery(entry, depth + 1))
}

function parseValue(value: unknown, operator: Operator): Leaf['value'] {
  if (operator === 'IN' || operator === 'NIN') {
    if (Array.isArray(value) && value.every(isScalar)) return value
    throw invalid(`the value of ${operator} must be an array`, 'value')
  }
  if (value === undefined) return null
  if (isScalar(value)) return value
  throw invalid(`the value of ${operator} must be a string, a number, a boolean or null`, 'value')
}

const isScalar = (value: unknown): value is SearchValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const isConjunction = (operator: unknown): operator is 'AND' | 'OR' => operator === 'AND' || operator === 'OR'

const isOperator = (operator: unknown): operator is Operator => OPERATORS.some(known => known === operator)

const badOperator = (operator: unknown): Problem =>
  invalid(
    `${typeof operator === 'string' ? operator : JSON.stringify(operator)} is not a valid operator`,
    'operator',
  )
