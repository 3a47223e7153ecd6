import fc from 'fast-check'
import { Compile } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { change } from './change.ts'
import type { Operation } from './operation.ts'
import { families } from './operations/index.ts'
import { type JsonSchema, renderer, schemaAt, upgrader } from './render.ts'
import { IdInput, model, optional, since, Type, until } from './schema.ts'
import { NEWEST, VERSIONS } from './version.ts'

const operations = Object.values(families).flatMap(family => Object.values<Operation>(family))

describe('the version engine', () => {
  const Thing = model('engine_test_thing', {
    id: Type.String(),
    young: since('2.12', Type.String()),
    old: until('2.13', optional(Type.String())),
    many: Type.Array(model('engine_test_part', { n: since('2.9', Type.Integer()) })),
  })

  test('a field is there in its own time only, wherever its model is nested', () => {
    const thing = { id: '1', young: 'y', old: 'o', many: [{ n: 1 }] }
    expect(renderer('2.8', Thing)?.(thing)).toEqual({ id: '1', old: 'o', many: [{}] })
    expect(renderer('2.12', Thing)).toBeUndefined()
    expect(renderer('Preview', Thing)?.(thing)).toEqual({ id: '1', young: 'y', many: [{ n: 1 }] })
  })

  test('a model nothing happened to costs nothing', () => {
    expect(renderer('2.9', model('engine_test_still', { a: Type.String() }))).toBeUndefined()
  })

  test('ids in requests are text to the handler, whatever they were on the wire', () => {
    expect(upgrader(NEWEST, model('engine_test_body', { id: IdInput() }))?.({ id: 7 })).toEqual({ id: '7' })
  })

  test('a change names its model', () => {
    expect(change({ in: '2.12', model: Thing, why: 'test', was: {} }).model).toBe('engine_test_thing')
  })
})

describe.each(VERSIONS)('at %s', version => {
  const answers = operations.flatMap(({ method, path, answer }) =>
    answer ? [{ name: `${method} ${path}`, answer }] : [],
  )

  test.each(answers)(
    'whatever answers $name in its newest shape renders to what that version documents',
    ({ answer }) => {
      const turn = renderer(version, answer) ?? (value => value)
      const validator = Compile(closed(schemaAt(version, answer)))
      const newest = Compile(schemaAt(NEWEST, answer))
      fc.assert(
        fc.property(sampleOf(answer), value => {
          fc.pre(newest.Check(value))
          const rendered = turn(value)
          expect(
            validator.Errors(rendered)[1].map(fault => `${fault.instancePath} ${fault.message}`),
          ).toEqual([])
        }),
        { numRuns: 5, seed: 1 },
      )
    },
  )
})

/** Values of a schema in its newest shape. */
function sampleOf(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(branch => sampleOf(branch, depth)))
  if (schema.items) return fc.array(sampleOf(schema.items, depth + 1), { maxLength: depth > 3 ? 0 : 2 })
  if (schema.properties) return objectOf(schema, depth)
  return SCALARS[schema.type ?? ''] ?? fc.constant({})
}

const SCALARS: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.nat({ max: 9999 }).map(String),
  integer: fc.nat({ max: 9999 }),
  number: fc.nat({ max: 9999 }),
  boolean: fc.boolean(),
  null: fc.constant(null),
}

/** A field newer than the newest version there is, or removed before it, is not in a newest value. */
function objectOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {})
  const arbitraries = Object.fromEntries(fields.map(([name, inner]) => [name, sampleOf(inner, depth + 1)]))
  return fc.record(arbitraries, { requiredKeys: schema.required ?? [], noNullPrototype: true })
}

function closed(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: schema.anyOf.map(closed) }),
    ...(schema.items && { items: closed(schema.items) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, closed(inner)]),
      ),
      additionalProperties: false,
    }),
  }
}
