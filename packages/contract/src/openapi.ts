import type { Operation } from './operation.ts'
import { families } from './operations/index.ts'
import { type JsonSchema, schemaAt } from './render.ts'
import type { TSchema } from './schema.ts'
import { existsAt, type Version } from './version.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of one version. */
export function openApi(version: Version): Json {
  const components = new Map<string, Json>([['error', errorSchema]])
  const paths: Record<string, Json> = {}
  const present = new Set<string>()
  for (const [family, operations] of Object.entries<Record<string, Operation>>(families)) {
    for (const [name, operation] of Object.entries(operations)) {
      if (!existsAt(version, operation)) continue
      const path = paths[operation.path] ?? {}
      path[operation.method.toLowerCase()] = describe(version, `${family}.${name}`, operation, components)
      paths[operation.path] = path
      present.add(family)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guichet', version, description: introduction(version), license },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: [...present].map(tag),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      parameters: { version: versionParameter(version), asOf: AS_OF },
      schemas: Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b))),
    },
  }
}

const license: Json = { name: 'MIT', identifier: 'MIT' }

const introduction = (version: Version): string =>
  [
    'To try calls here, put an access token under Authentication. The first start of the server printed one, and',
    '`npx guichet token create` makes another.',
    `The header \`Intercom-Version: ${version}\` goes with every call.`,
  ].join(' ')

/** What a family is called where people read it: `dataAttributes` are Data attributes. */
const tag = (family: string): Json => {
  const words = family.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return { name: family, 'x-displayName': words.charAt(0).toUpperCase() + words.slice(1) }
}

function describe(version: Version, id: string, operation: Operation, components: Components): Json {
  const print = (schema: TSchema) => named(schemaAt(version, schema), components)
  const content = (schema: TSchema) => ({ 'application/json': { schema: print(schema) } })
  return {
    operationId: id,
    tags: [id.split('.')[0]],
    summary: operation.summary,
    ...(operation.addition && { 'x-guichet-addition': true }),
    description: `Needs the permission \`${operation.scope}\`.`,
    parameters: [
      { $ref: '#/components/parameters/version' },
      ...(operation.asOf ? [{ $ref: '#/components/parameters/asOf' }] : []),
      ...pathParameters(operation.path),
      ...(operation.query ? queryParameters(schemaAt(version, operation.query)) : []),
    ],
    ...(operation.body && {
      requestBody: { required: !operation.bodyOptional, content: content(operation.body) },
    }),
    responses: {
      [operation.status ?? 200]: {
        description: 'Success',
        ...(operation.answer && { content: content(operation.answer) }),
      },
      default: {
        description: 'Refusal',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
      },
    },
  }
}

type Components = Map<string, Json>

/** Replaces every model in a schema by a reference to the component of its name. */
function named(schema: JsonSchema, components: Components): Json {
  const { model, ...plain } = schema
  if (!model) return inner(plain, components)
  if (!components.has(model)) {
    components.set(model, {})
    components.set(model, inner(plain, components))
  }
  return { $ref: `#/components/schemas/${model}` }
}

function inner(schema: JsonSchema, components: Components): Json {
  const { properties, items, anyOf, patternProperties, ...plain } = schema
  const values = Object.values(patternProperties ?? {})[0]
  return {
    ...plain,
    ...(properties && { properties: mapValues(properties, property => named(property, components)) }),
    ...(items && { items: named(items, components) }),
    ...(anyOf && { anyOf: anyOf.map(branch => named(branch, components)) }),
    ...(values && { additionalProperties: named(values, components) }),
  }
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const queryParameters = (query: JsonSchema): Json[] =>
  Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query.required?.includes(name) ?? false,
    schema,
  }))

const versionParameter = (version: Version): Json => ({
  name: 'Intercom-Version',
  in: 'header',
  schema: { type: 'string', default: version },
})

const AS_OF: Json = {
  name: 'Guichet-As-Of',
  in: 'header',
  description: 'Answers as it was then, in seconds since the epoch. An addition of ours.',
  schema: { type: 'integer' },
}

const errorSchema: Json = {
  type: 'object',
  required: ['type', 'errors'],
  properties: {
    type: { const: 'error.list' },
    request_id: { type: ['string', 'null'] },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          field: { type: ['string', 'null'] },
        },
      },
    },
  },
}

const mapValues = <A, B>(record: Record<string, A>, turn: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value)]))
