import { invalid, type Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type AttributeDefinition, selectDefinitions } from './data-attribute.sql.ts'

/** Kinds of objects that carry custom attributes. */
export type AttributeModel = 'contact' | 'company' | 'conversation'

type Values = Record<string, unknown>

/** The live attributes of one model, by name. */
export async function definedAttributes(
  tx: Tx,
  workspaceId: string,
  model: AttributeModel,
): Promise<Map<string, AttributeDefinition>> {
  const rows = await selectDefinitions(tx, workspaceId, model)
  return new Map(rows.map(row => [row.name, row]))
}

/**
 * Reads the custom attributes of a request: 400 for a name that is not defined or a value of another type. Null and
 * `""` clear, and come back as null.
 */
export async function checkCustomAttributes(
  tx: Tx,
  actor: Actor,
  { model, values }: { model: AttributeModel; values: Values },
): Promise<Values> {
  const names = Object.keys(values)
  if (names.length === 0) return {}
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  return Object.fromEntries(
    names.map(name => [name, readValue(model, name, defined.get(name), values[name])]),
  )
}

function readValue(
  model: AttributeModel,
  name: string,
  definition: AttributeDefinition | undefined,
  value: unknown,
): unknown {
  if (!definition) throw unknownAttribute(model, name)
  if (value === null || value === '') return null
  const read = READERS[definition.data_type]?.(value)
  if (read === undefined)
    throw invalid(`Custom attribute '${name}' must be of type ${definition.data_type}`, name)
  if (typeof read === 'string' && read.length > LONGEST_VALUE) throw tooLong(name)
  return read
}

const LONGEST_VALUE = 10_000

const tooLong = (name: string): Problem =>
  invalid(`Custom attribute '${name}' must have at most ${LONGEST_VALUE} characters`, name)

const unknownAttribute = (model: AttributeModel, name: string): Problem =>
  invalid(`${model === 'conversation' ? 'Conversation' : 'Custom'} attribute '${name}' does not exist`, name)

/** What a value becomes for an attribute of each type; undefined for one that does not fit. */
const READERS: Record<string, (value: unknown) => unknown> = {
  string: value => (isScalar(value) ? String(value) : undefined),
  list: value => (isScalar(value) ? String(value) : undefined),
  options: value => (isScalar(value) ? String(value) : undefined),
  integer: value => whole(numberFrom(value)),
  float: numberFrom,
  decimal: numberFrom,
  boolean: value => (typeof value === 'boolean' ? value : BOOLEANS.get(value)),
  date: dateFrom,
  datetime: dateFrom,
}

const BOOLEANS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
])

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

function numberFrom(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const whole = (number: number | undefined): number | undefined =>
  Number.isSafeInteger(number) ? number : undefined

/** Seconds since the epoch, from such a number or from an ISO 8601 date. */
function dateFrom(value: unknown): number | undefined {
  const seconds = numberFrom(value)
  if (seconds !== undefined) return whole(Math.trunc(seconds))
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}
