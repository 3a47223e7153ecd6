import type { Change } from './change.ts'
import { changes } from './changes/index.ts'
import { type Fields, isFields } from './fields.ts'
import type { Marks, TSchema } from './schema.ts'
import { existsAt, isAtLeast, type Version } from './version.ts'

/** JSON Schema as plain data, with our marks on it. */
export type JsonSchema = Marks & {
  type?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  patternProperties?: Record<string, JsonSchema>
}

type Turn = (value: unknown) => unknown

/** The function that turns an answer of the newest shape into that of `version`; undefined where they are the same. */
export function renderer(version: Version, schema: TSchema): Turn | undefined {
  return compile(version, schema, 'down', new Map())
}

/** The function that lifts a request of `version` into the newest shape; undefined where it may be used as it is. */
export function upgrader(version: Version, schema: TSchema): Turn | undefined {
  return compile(version, schema, 'up', new Map())
}

/** What the schema was at `version`, as plain JSON Schema without our marks but for the name of the model. */
export function schemaAt(version: Version, schema: TSchema): JsonSchema {
  return derive(version, schema)
}

type Direction = 'down' | 'up'

/**
 * A model is turned parent first: its own changes run on the whole newest object (newest change first when going
 * down), then its fields are turned one by one, but for those a change has already written in their older shape.
 */
function compile(
  version: Version,
  schema: JsonSchema,
  direction: Direction,
  seen: Map<JsonSchema, Turn>,
): Turn | undefined {
  const known = seen.get(schema)
  if (known) return known
  if (schema.coerce && direction === 'up') return coercions[schema.coerce]
  if (schema.anyOf) return compileUnion(version, schema.anyOf, direction, seen)
  if (schema.items) return compileArray(version, schema.items, direction, seen)
  if (schema.properties) return compileObject(version, schema, schema.properties, direction, seen)
  const values = Object.values(schema.patternProperties ?? {})[0]
  return values && compileRecord(version, values, direction, seen)
}

const coercions: Record<NonNullable<Marks['coerce']>, Turn> = {
  string: value => (typeof value === 'number' ? String(value) : value),
  integer: value => (typeof value === 'string' ? Number(value) : value),
  boolean: value => (typeof value === 'string' ? value === 'true' : value),
}

function compileObject(
  version: Version,
  schema: JsonSchema,
  properties: Record<string, JsonSchema>,
  direction: Direction,
  seen: Map<JsonSchema, Turn>,
): Turn | undefined {
  // A model may hold itself; the inner one then waits for the outer to be compiled.
  let turn: Turn | undefined
  seen.set(schema, value => (turn ? turn(value) : value))
  const pending = pendingChanges(version, schema.model)
  const rewritten = new Set(
    pending.flatMap(change => (direction === 'down' ? fieldsThen(version, change) : [])),
  )
  const gone: string[] = []
  const turned: [string, Turn][] = []
  for (const [name, property] of Object.entries(properties)) {
    if (rewritten.has(name)) continue
    if (!existsAt(version, property)) gone.push(name)
    else {
      const inner = compile(version, property, direction, seen)
      if (inner) turned.push([name, inner])
    }
  }
  const steps = pending.flatMap(change => (direction === 'down' ? (change.down ?? []) : (change.up ?? [])))
  if (direction === 'up') steps.reverse()
  if (!steps.length && !gone.length && !turned.length) {
    seen.delete(schema)
    return undefined
  }
  const dropped = gone.map(name => [name, undefined] as const)
  const turns = new Map<string, Turn | undefined>([...dropped, ...turned])
  const step = direction === 'down' ? downward(steps, unknownTo(version, pending)) : upward(steps, gone)
  if (direction === 'up' && step) for (const name of gone) turns.delete(name)
  turn = value => (isFields(value) ? turnFields(value, step, turns) : value)
  return turn
}

/** Fields that were written anew, and the object whose other fields are to be turned. */
type Step = (value: Fields) => { rest: Fields; written: Fields }
type Turning = (value: Fields) => Fields

const NOTHING: Fields = {}

/** Each change sees what the newer ones wrote. `unknown` are fields that were not there yet in their older shape either. */
function downward(steps: Turning[], unknown: string[]): Step | undefined {
  const [first, ...others] = steps
  if (!first) return undefined
  return value => {
    let written = first(value)
    for (const step of others) written = { ...written, ...step({ ...value, ...written }) }
    return { rest: value, written: unknown.length === 0 ? written : without(written, unknown) }
  }
}

/** What the older version does not know is dropped first, so that it stays out unless a change writes it. */
function upward(steps: Turning[], gone: string[]): Step | undefined {
  if (steps.length === 0) return undefined
  return value => ({ rest: steps.reduce((body, step) => step(body), without(value, gone)), written: NOTHING })
}

const without = (fields: Fields, names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** Fields are set one by one and never deleted: an object that lost a field is slow for all who touch it after. */
function turnFields(value: Fields, step: Step | undefined, turns: Map<string, Turn | undefined>): Fields {
  const { rest, written } = step ? step(value) : { rest: value, written: NOTHING }
  const fields: Fields = {}
  for (const name in rest) {
    // Set, it would become the prototype and bring along fields that nobody sent.
    if (name === '__proto__') continue
    if (name in written || !turns.has(name)) fields[name] = rest[name]
    else {
      const inner = turns.get(name)
      if (inner) fields[name] = rest[name] === undefined ? undefined : inner(rest[name])
    }
  }
  return written === NOTHING ? fields : Object.assign(fields, written)
}

function compileArray(
  version: Version,
  items: JsonSchema,
  direction: Direction,
  seen: Map<JsonSchema, Turn>,
): Turn | undefined {
  const inner = compile(version, items, direction, seen)
  return inner && (value => (Array.isArray(value) ? value.map(inner) : value))
}

function compileRecord(
  version: Version,
  values: JsonSchema,
  direction: Direction,
  seen: Map<JsonSchema, Turn>,
): Turn | undefined {
  const inner = compile(version, values, direction, seen)
  return (
    inner &&
    (value =>
      isFields(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inner(v)])) : value)
  )
}

function compileUnion(
  version: Version,
  branches: JsonSchema[],
  direction: Direction,
  seen: Map<JsonSchema, Turn>,
): Turn | undefined {
  const turns = branches.map(branch => compile(version, branch, direction, seen))
  if (turns.every(turn => turn === undefined)) return undefined
  return value => {
    const at = branches.findIndex(branch => looksLike(branch, value))
    return turns[at]?.(value) ?? value
  }
}

/** Whether a value is of this branch of a union, judged by its JSON type and, for objects, by their constants. */
function looksLike(schema: JsonSchema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some(branch => looksLike(branch, value))
  if ('const' in schema) return value === schema.const
  if (value === null) return schema.type === 'null'
  if (Array.isArray(value)) return schema.type === 'array'
  if (!isFields(value))
    return schema.type === typeof value || (schema.type === 'integer' && typeof value === 'number')
  if (schema.type !== 'object') return false
  return Object.entries(schema.properties ?? {}).every(
    ([name, property]) => !('const' in property) || value[name] === property.const,
  )
}

/** `was` fields are written in their own time's shape; later changes of the same field win over earlier ones going back. */
function derive(version: Version, schema: JsonSchema): JsonSchema {
  const { since, until, coerce, missing, invalid, ...plain } = schema
  if (plain.anyOf) return { ...plain, anyOf: plain.anyOf.map(branch => derive(version, branch)) }
  if (plain.items) return { ...plain, items: derive(version, plain.items) }
  if (plain.patternProperties) {
    const entries = Object.entries(plain.patternProperties).map(([key, value]) => [
      key,
      derive(version, value),
    ])
    return { ...plain, patternProperties: Object.fromEntries(entries) }
  }
  if (!plain.properties) return plain
  const properties: Record<string, JsonSchema> = {}
  for (const [name, property] of Object.entries(plain.properties)) {
    if (existsAt(version, property)) properties[name] = derive(version, property)
  }
  const required = new Set(plain.required?.filter(name => name in properties))
  for (const change of pendingChanges(version, plain.model)) {
    for (const name of fieldsThen(version, change)) {
      const property = change.was[name] ?? {}
      properties[name] = derive(version, property)
      if (!isOptional(property)) required.add(name)
      else required.delete(name)
    }
  }
  return { ...plain, properties, required: [...required] }
}

/** The changes of a model newer than `version`, newest first. */
function pendingChanges(version: Version, model: string | undefined): Change[] {
  return model ? (changesOf.get(model) ?? []).filter(change => !isAtLeast(version, change.in)) : []
}

/** The fields a change tells of that were there at `version`: one may be younger than that. */
const fieldsThen = (version: Version, change: Change): string[] =>
  Object.keys(change.was).filter(name => existsAt(version, change.was[name] ?? {}))

/** Fields of changes that did not exist at `version` in any shape. */
const unknownTo = (version: Version, changes: Change[]): string[] =>
  changes.flatMap(({ was }) => Object.keys(was).filter(name => !existsAt(version, was[name] ?? {})))

const changesOf = Map.groupBy(changes.toReversed(), change => change.model)

const isOptional = (schema: object): boolean => '~optional' in schema
