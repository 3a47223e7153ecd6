import type { Operation } from '@guichet/contract/operation.ts'
import { type JsonSchema, schemaAt } from '@guichet/contract/render.ts'
import { VERSIONS } from '@guichet/contract/version.ts'
import fc from 'fast-check'

/** Ids of what is there, by the segment of a path that they follow. */
type Ids = Record<string, string[]>

/** Requests of an operation in which anything may have been swapped for nonsense; their ids are mostly of what is there. */
export const nonsense = (ids: () => Ids) => (operation: Operation) =>
  fc.record({
    url: urlFor(operation, ids()),
    version: fc.constantFrom(...VERSIONS),
    body: bodyFor(operation, ids()),
  })

/** What nobody should send, and somebody will. */
const NASTY = [
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    'null',
    'é'.repeat(5000),
    '🙂'.repeat(300),
    '<script>alert(1)</script>',
    "'; drop table contacts; --",
  ],
  ...[
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    -(2 ** 63),
    253402300800,
    -62135596801,
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { a: { b: [] } },
  ],
  ...['%', '\\', '_', '../../etc/passwd', '٣', '1e3', '0x10', '9'.repeat(40)],
]

function urlFor(operation: Operation, ids: Ids): fc.Arbitrary<string> {
  const parts = operation.path.split(/(\{\w+\})/)
  const path = fc.tuple(
    ...parts.map(part => (part.startsWith('{') ? idFor(operation.path, part, ids) : fc.constant(part))),
  )
  const names = Object.keys(
    operation.query && 'properties' in operation.query
      ? (schemaAt('Preview', operation.query).properties ?? {})
      : {},
  )
  const value = fc.oneof(fc.constantFrom(...NASTY), fc.string()).map(each => encode(String(each)))
  const query =
    names.length === 0
      ? fc.constant('')
      : fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 3 })
  return fc.tuple(path, query).map(([segments, pairs]) => {
    const text = typeof pairs === 'string' ? '' : pairs.map(([name, each]) => `${name}=${each}`).join('&')
    return segments.join('') + (text === '' ? '' : `?${text}`)
  })
}

/** Mostly an id of something that is there, so that the request gets as far as it can. */
function idFor(path: string, part: string, ids: Ids): fc.Arbitrary<string> {
  const noun = path.split('/')[path.split('/').indexOf(part) - 1] ?? ''
  const alive = ids[noun] ?? []
  const nasty = fc.constantFrom(...NASTY).map(each => encode(String(each)) || '%20')
  const wellFormed = fc.constantFrom(
    '1',
    '999999999',
    '5ba682d23d7cf92bef87bfd4',
    '00000000-0000-4000-8000-000000000000',
  )
  return alive.length === 0
    ? fc.oneof(nasty, wellFormed)
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...alive) }, nasty, wellFormed)
}

const encode = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80')

function bodyFor(operation: Operation, ids: Ids): fc.Arbitrary<string | undefined> {
  if (!operation.body) return fc.constantFrom(undefined, '', '{}', '[1', '{"a":1}')
  const plausible = spoiled(schemaAt('Preview', operation.body), ids).map(value => JSON.stringify(value))
  const broken = fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '42',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    '{"a":"\\u0000"}',
  )
  return fc.oneof({ weight: 8, arbitrary: plausible }, { weight: 1, arbitrary: broken })
}

/** A value of the schema in which any node may have been swapped for nonsense. */
function spoiled(schema: JsonSchema, ids: Ids, depth = 0): fc.Arbitrary<unknown> {
  const nasty = fc.constantFrom<unknown>(...NASTY)
  return fc.oneof(
    { weight: depth === 0 ? 30 : 5, arbitrary: sound(schema, ids, depth) },
    { weight: 1, arbitrary: nasty },
  )
}

function sound(schema: JsonSchema, ids: Ids, depth: number): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(branch => spoiled(branch, ids, depth + 1)))
  if (schema.items) return fc.array(spoiled(schema.items, ids, depth + 1), { maxLength: depth > 3 ? 0 : 3 })
  if (schema.properties) {
    const fields: Record<string, fc.Arbitrary<unknown>> = {}
    for (const [name, inner] of Object.entries(schema.properties))
      fields[name] = fieldOf(name, inner, ids, depth)
    return fc.record(fields, { requiredKeys: schema.required ?? [], noNullPrototype: true })
  }
  if (schema.type === 'string')
    return fc.oneof(fc.string(), fc.constantFrom('user', 'lead', 'admin', 'contact', 'comment', '1'))
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.integer(), fc.constantFrom(1, 1_700_000_000))
  if (schema.type === 'boolean') return fc.boolean()
  return fc.oneof(
    fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom<unknown>(...NASTY)),
    fc.constantFrom<unknown>(...QUERIES),
  )
}

/** Ids in a body are mostly of something that is there, too. */
function fieldOf(name: string, schema: JsonSchema, ids: Ids, depth: number): fc.Arbitrary<unknown> {
  const alive = Object.values(ids).flat()
  const value = spoiled(schema, ids, depth + 1)
  return /(^|_)id$/.test(name) && alive.length > 0 ? fc.oneof(fc.constantFrom(...alive), value) : value
}

/** Search trees of the kinds that break compilers. */
const QUERIES = [
  { field: 'email', operator: '=', value: null },
  { field: 'created_at', operator: '>', value: 1e300 },
  { field: 'created_at', operator: '=', value: '٣' },
  { field: 'custom_attributes.', operator: '~', value: '%' },
  { field: 'id', operator: 'IN', value: [null, 1, 'x', true] },
  { field: 'id', operator: '>', value: '999999999999999999999' },
  { operator: 'AND', value: [{ operator: 'OR', value: [] }] },
  { operator: 'AND', value: Array.from({ length: 16 }, () => ({ field: 'id', operator: '=', value: '1' })) },
  { field: '__proto__', operator: '=', value: 'x' },
  { field: 'constructor', operator: 'AND', value: [] },
]
