import { invalid, type Kind, missing, type Problem, problem } from '@guichet/contract/errors.ts'
import { type JsonSchema, schemaAt, upgrader } from '@guichet/contract/render.ts'
import type { TSchema } from '@guichet/contract/schema.ts'
import type { Version } from '@guichet/contract/version.ts'
import { Compile } from 'typebox/schema'

/** Checks a value against a schema as it was at one version, and lifts it to the newest shape. */
export type Reader = (value: unknown) => unknown

/** The reader of a schema at a version; it throws the first thing wrong in the API's words. */
export function reader(version: Version, schema: TSchema): Reader {
  const validator = Compile(schemaAt(version, schema))
  const lift = upgrader(version, schema)
  return value => {
    if (!validator.Check(value)) throw firstFault(schema, validator.Errors(value)[1])
    return lift ? lift(value) : value
  }
}

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[1][number]

/** Of all faults the shallowest is told: in a union that is the union's own, not those of the branches tried. */
function firstFault(schema: JsonSchema, faults: Fault[]): Problem {
  const fault = faults.toSorted((a, b) => depth(a) - depth(b))[0]
  if (!fault) return invalid('The request is invalid')
  const path = fault.instancePath.split('/').slice(1)
  if (fault.keyword === 'required') {
    const name = fault.params.requiredProperties[0] ?? ''
    const own = inner(schema, [...path, name])?.missing
    return isKind(own) ? problem(own) : missing([...path, name].join('.'), own)
  }
  if (path.length === 0) return invalid('The request body must be a JSON object')
  const name = path.join('.')
  const own = inner(schema, path)?.invalid
  return isKind(own) ? problem(own) : invalid(own ?? `${name} ${shortly(fault)}`, name)
}

const isKind = (own: string | Kind | undefined): own is Kind => typeof own === 'object'

const depth = (fault: Fault): number => fault.schemaPath.split('/').length

const shortly = (fault: Fault): string => (fault.keyword === 'anyOf' ? 'is of the wrong type' : fault.message)

/** The schema a path of names and indexes leads to, where there is one. */
function inner(schema: JsonSchema | undefined, path: string[]): JsonSchema | undefined {
  const [name, ...rest] = path
  if (!schema || name === undefined) return schema
  if (schema.anyOf) return schema.anyOf.map(branch => inner(branch, path)).find(found => found !== undefined)
  return inner(schema.items ?? schema.properties?.[name], rest)
}
