import { errors, invalid, type Problem, problem } from '@guichet/contract/errors.ts'
import {
  isGroup,
  type Leaf,
  type Operator,
  type SearchNode,
  type SearchValue,
} from '@guichet/contract/search.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import { comparesDate } from './dates.ts'
import type { Searchable, SearchContext, SearchField } from './fields.ts'

/**
 * Compiles a query tree into a condition. It only narrows what its caller selects, values are always parameters, and
 * a field, operator or value that does not fit is refused: 400 `invalid_field` or `parameter_invalid`.
 */
export async function compileSearch(
  context: SearchContext,
  searchable: Searchable,
  node: SearchNode,
): Promise<Expression<SqlBool>> {
  if (!isGroup(node)) return compileLeaf(context, searchable, node)
  const entries = await Promise.all(node.value.map(entry => compileSearch(context, searchable, entry)))
  if (entries.length === 0) return node.operator === 'AND' ? sql<boolean>`true` : sql<boolean>`false`
  return sql<boolean>`(${sql.join(entries, node.operator === 'AND' ? sql` and ` : sql` or `)})`
}

async function compileLeaf(
  context: SearchContext,
  searchable: Searchable,
  leaf: Leaf,
): Promise<Expression<SqlBool>> {
  const field = await searchable.field(leaf.field)
  if (!field) throw problem(errors.invalidField, `${leaf.field} is not a valid search field`, leaf.field)
  if (!operatorsOf(context, field).includes(leaf.operator)) throw unsupported(leaf)
  return compare(context, field, leaf)
}

const EQUALITY: readonly Operator[] = ['=', '!=']
const LISTS: readonly Operator[] = ['=', '!=', 'IN', 'NIN']
const ORDER: readonly Operator[] = ['>', '<', '>=', '<=']
const TEXT: readonly Operator[] = [...LISTS, '~', '!~', '^', '$']

/** The operators a field takes; see the table in behaviour.md section 5.2. */
function operatorsOf({ actor }: SearchContext, field: SearchField): readonly Operator[] {
  switch (field.kind) {
    case 'text':
    case 'exact':
    case 'words':
      return TEXT
    case 'number':
      return [...LISTS, ...ORDER]
    case 'boolean':
      return EQUALITY
    case 'date':
      return typeof field.operators === 'function'
        ? field.operators(actor)
        : (field.operators ?? [...LISTS, ...ORDER])
    case 'member':
      return field.operators
    case 'attribute':
      return ATTRIBUTE_OPERATORS[field.type]
  }
}

const ATTRIBUTE_OPERATORS = {
  string: TEXT,
  list: TEXT,
  integer: [...LISTS, ...ORDER],
  float: [...LISTS, ...ORDER],
  boolean: LISTS,
  date: ['=', '>', '<'],
} as const satisfies Record<string, readonly Operator[]>

function compare(
  context: SearchContext,
  field: SearchField,
  leaf: Leaf,
): Expression<SqlBool> | Promise<Expression<SqlBool>> {
  switch (field.kind) {
    case 'text':
      return comparesText(sql.ref(field.column), leaf, false)
    case 'exact':
      return comparesText(sql.ref(field.column), field.lowerCased ? lowerCased(leaf) : leaf, true)
    case 'words':
      return comparesWords(field, leaf)
    case 'number':
      return comparesScalar(sql.ref(field.column), leaf, 'bigint', value =>
        numberFrom(value, leaf, field.zeroIsNull),
      )
    case 'boolean':
      return comparesScalar(sql.ref(field.column), leaf, 'boolean', value => booleanFrom(value, leaf))
    case 'date':
      return comparesDate(sql.ref(field.column), leaf, field.byDay?.(context.actor))
    case 'member':
      return comparesMember(context, field, leaf)
    case 'attribute':
      return comparesAttribute(context, field, leaf)
  }
}

function comparesText(
  column: Expression<unknown>,
  { operator, value }: Leaf,
  exact: boolean,
): Expression<SqlBool> {
  if (operator === 'IN') return anyOf(column, texts(value), exact)
  if (operator === 'NIN') return sql`not coalesce(${anyOf(column, texts(value), exact)}, false)`
  const text = value === null ? null : String(value)
  if (text === null) return operator === '=' ? sql`${column} is null` : sql`${column} is not null`
  switch (operator) {
    case '=':
      return exact ? sql`${column} = ${text}` : sql`${column} ilike ${literal(text)}`
    case '!=':
      return exact
        ? sql`${column} is distinct from ${text}`
        : sql`(${column} not ilike ${literal(text)} or ${column} is null)`
    case '!~':
      return sql`(${column} not ilike ${`%${literal(text)}%`} or ${column} is null)`
    case '^':
      return sql`${column} ilike ${`${literal(text)}%`}`
    case '$':
      return sql`${column} ilike ${`%${literal(text)}`}`
    default:
      return sql`${column} ilike ${`%${literal(text)}%`}`
  }
}

const lowerCased = (leaf: Leaf): Leaf => ({
  ...leaf,
  value: Array.isArray(leaf.value) ? leaf.value.map(lower) : lower(leaf.value),
})

const lower = (value: SearchValue): SearchValue =>
  typeof value === 'string' ? value.trim().toLowerCase() : value

/** A text without its own wildcards: matched by ILIKE, whose trigram index serves every text operator alike. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function anyOf(column: Expression<unknown>, values: string[], exact: boolean): Expression<SqlBool> {
  return exact
    ? sql`${column} = any(${values}::text[])`
    : sql`${column} ilike any(${values.map(literal)}::text[])`
}

function texts(value: Leaf['value']): string[] {
  return list(value).flatMap(each => (each === null ? [] : [String(each)]))
}

/** `=` is one whole word; a value of several words is never one, and matches nothing. */
function comparesWords(field: { column: string; tokens: string }, leaf: Leaf): Expression<SqlBool> {
  const { operator, value } = leaf
  if (value === null || (operator !== '=' && operator !== '!='))
    return comparesText(sql.ref(field.column), leaf, false)
  const found = sql<boolean>`${sql.ref(field.tokens)} @@ ${wordQuery(String(value))}`
  return operator === '=' ? found : sql`not ${found}`
}

const wordQuery = (text: string) =>
  /\s/.test(text.trim()) ? sql`''::tsquery` : sql`plainto_tsquery('simple', ${text})`

/** How a JavaScript value is given to PostgreSQL, so that the index of the column serves. */
type Cast = 'bigint' | 'numeric' | 'boolean'

function comparesScalar(
  column: Expression<unknown>,
  { operator, value }: Leaf,
  cast: Cast,
  from: (value: SearchValue) => number | boolean | null,
): Expression<SqlBool> {
  if (operator === 'IN' || operator === 'NIN') {
    const values = list(value).map(from)
    const known = values.filter(each => each !== null && fits(each, cast))
    const found = sql<boolean>`(${column} = any(${known}::${sql.raw(cast)}[]) or (${values.includes(null)} and ${column} is null))`
    return operator === 'IN' ? found : sql`not coalesce(${found}, false)`
  }
  const wanted = from(scalar(value))
  if (wanted === null)
    return operator === '='
      ? sql`${column} is null`
      : operator === '!='
        ? sql`${column} is not null`
        : sql`false`
  if (!fits(wanted, cast)) return comparesFraction(column, operator, Number(wanted))
  const given = sql`${wanted}::${sql.raw(cast)}`
  return operator === '!='
    ? sql`${column} is distinct from ${given}`
    : sql`${column} ${sql.raw(operator)} ${given}`
}

const fits = (value: number | boolean, cast: Cast): boolean =>
  cast !== 'bigint' || Number.isSafeInteger(value)

/** Compares whole numbers with one that is none, or that is beyond all of them. */
function comparesFraction(
  column: Expression<unknown>,
  operator: Operator,
  wanted: number,
): Expression<SqlBool> {
  if (operator === '=') return sql`false`
  if (operator === '!=') return sql`true`
  const bound = Math.min(Math.max(Math.floor(wanted), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
  return operator.startsWith('>') ? sql`${column} > ${bound}::bigint` : sql`${column} <= ${bound}::bigint`
}

async function comparesMember(
  context: SearchContext,
  field: Extract<SearchField, { kind: 'member' }>,
  { operator, value }: Leaf,
): Promise<Expression<SqlBool>> {
  const values = list(value).filter(each => each !== null)
  const found = values.length === 0 ? field.isEmpty(context) : await field.holds(context, values)
  return operator === '=' || operator === 'IN' ? found : sql`not ${found}`
}

function comparesAttribute(
  { actor }: SearchContext,
  { column, key, type, byDay }: Extract<SearchField, { kind: 'attribute' }>,
  leaf: Leaf,
): Expression<SqlBool> {
  const json = sql.ref(column)
  const text = sql`${json} ->> ${key}`
  if (type === 'string' || type === 'list') {
    // Containment is what the index of the column answers; it compares to the letter.
    if (leaf.operator === '=' && leaf.value !== null)
      return sql`${json} @> ${JSON.stringify({ [key]: String(leaf.value) })}::jsonb`
    return comparesText(
      sql`(${text})`,
      leaf,
      leaf.operator === '!=' || leaf.operator === 'IN' || leaf.operator === 'NIN',
    )
  }
  if (type === 'boolean') {
    const truth = sql`(case when jsonb_typeof(${json} -> ${key}) = 'boolean' then (${text})::boolean end)`
    return comparesScalar(truth, leaf, 'boolean', value => booleanFrom(value, leaf))
  }
  const number = sql`case when jsonb_typeof(${json} -> ${key}) = 'number' then (${text})::numeric end`
  if (type === 'date') return comparesDate(sql`(${number})`, leaf, byDay?.(actor))
  return comparesScalar(sql`(${number})`, leaf, 'numeric', value => numberFrom(value, leaf))
}

function numberFrom(value: SearchValue, leaf: Leaf, zeroIsNull = false): number | null {
  if (value === null || value === '') return null
  const number = typeof value === 'boolean' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) throw mistyped(leaf, 'a number')
  return zeroIsNull && number === 0 ? null : number
}

function booleanFrom(value: SearchValue, leaf: Leaf): boolean | null {
  if (value === null || typeof value === 'boolean') return value
  if (value === 'true') return true
  if (value === 'false') return false
  throw mistyped(leaf, 'true or false')
}

const list = (value: Leaf['value']): SearchValue[] => (Array.isArray(value) ? value : [value])

const scalar = (value: Leaf['value']): SearchValue => (Array.isArray(value) ? null : value)

const unsupported = ({ field, operator }: Leaf): Problem =>
  invalid(`${operator} is not supported for the field ${field}`, field)

const mistyped = ({ field }: Leaf, wanted: string): Problem =>
  invalid(`the value of ${field} must be ${wanted}`, field)
