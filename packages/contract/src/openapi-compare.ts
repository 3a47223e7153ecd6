type Json = Record<string, unknown>

/** One way in which two descriptions of a version are not the same. */
export interface Difference {
  /** The model or operation it is in, and the way there: `answer contact.location.city`. */
  at: string
  /** `only published`, `only ours`, or the types of both: `published string, ours integer`. */
  what: string
}

/**
 * How our OpenAPI document differs from the published one: operations, query parameters, bodies, answers and statuses. What
 * is the same however it is written counts as the same: nullable and anyOf with null, const and enum, references and what they
 * lead to, alternatives and one shape that holds the fields of all. Null is left out: the published descriptions seldom say it.
 */
export function compareOpenApi(published: Json, ours: Json): Difference[] {
  const found = new Map<string, Difference>()
  const tell = (at: string, what: string) => found.set(`${at}: ${what}`, { at, what })
  const [theirs, own] = [operationsOf(published), operationsOf(ours)]
  for (const [name, operation] of theirs) {
    const mine = own.get(name)
    if (!mine) tell(name, ONLY_PUBLISHED)
    else compareOperation({ name, published, ours, tell, seen: new Set() }, operation, mine)
  }
  for (const name of own.keys()) if (!theirs.has(name)) tell(name, ONLY_OURS)
  return [...found.values()]
}

const ONLY_PUBLISHED = 'only published'
const ONLY_OURS = 'only ours'
const METHODS = ['get', 'post', 'put', 'patch', 'delete']

interface Comparing {
  name: string
  published: Json
  ours: Json
  tell(at: string, what: string): void
  /** Models compared already within this operation. */
  seen: Set<string>
}

/** Operations by method and path, the parameters of which are told apart by their place only. */
function operationsOf(document: Json): Map<string, Json> {
  const found = new Map<string, Json>()
  for (const [path, item] of Object.entries(fields(document['paths'])))
    for (const [method, operation] of Object.entries(fields(item)))
      if (METHODS.includes(method))
        found.set(`${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`, {
          ...fields(operation),
          parameters: [...list(fields(item)['parameters']), ...list(fields(operation)['parameters'])],
        })
  return found
}

function compareOperation(of: Comparing, published: Json, ours: Json): void {
  const [theirs, own] = [queryOf(of.published, published), queryOf(of.ours, ours)]
  tellNames(of, `query ${of.name}`, theirs, own)
  const [wanted, taken] = [published, ours].map(each => contentOf(fields(each['requestBody'])))
  if (wanted && taken) compareSchemas(of, 'request', `body ${of.name}`, [wanted], [taken], 0)
  else if (wanted && hasFields(of.published, wanted)) of.tell(`body ${of.name}`, ONLY_PUBLISHED)
  else if (taken && !wanted) of.tell(`body ${of.name}`, ONLY_OURS)
  compareAnswers(of, fields(published['responses']), fields(ours['responses']))
}

function compareAnswers(of: Comparing, published: Json, ours: Json): void {
  const [theirs = '', own = ''] = [published, ours].map(
    each => Object.keys(each).find(status => /^2/.test(status)) ?? '',
  )
  if (theirs !== own) of.tell(`status ${of.name}`, `published ${theirs || 'none'}, ours ${own || 'none'}`)
  const [given, answered] = [fields(published[theirs]), fields(ours[own])].map(each => contentOf(each))
  if (given && answered) compareSchemas(of, 'answer', `answer ${of.name}`, [given], [answered], 0)
  else if (given && hasFields(of.published, given)) of.tell(`answer ${of.name}`, ONLY_PUBLISHED)
  else if (answered && !given) of.tell(`answer ${of.name}`, ONLY_OURS)
}

type Side = 'request' | 'answer'

/** Compares shapes, field by field. A place inside one of our models is named by the model, wherever the model is used. */
function compareSchemas(
  of: Comparing,
  side: Side,
  at: string,
  published: Json[],
  ours: Json[],
  depth: number,
): void {
  if (depth > 12) return
  const model = nameOf(ours)
  const here = model ? `${side === 'answer' ? 'answer' : 'body'} ${model}` : at
  if (model) {
    const pair = `${here} ${nameOf(published) ?? at}`
    if (of.seen.has(pair)) return
    of.seen.add(pair)
  }
  const [theirs, own] = [merged(of.published, published), merged(of.ours, ours)]
  compareTypes(of, here, theirs.types, own.types, side)
  if (theirs.properties.size > 0 && own.properties.size > 0) {
    tellNames(of, here, theirs.properties, own.properties)
    for (const [name, schemas] of theirs.properties) {
      const mine = own.properties.get(name)
      if (mine) compareSchemas(of, side, `${here}.${name}`, schemas, mine, depth + 1)
    }
  }
  if (theirs.items.length > 0 && own.items.length > 0)
    compareSchemas(of, side, `${here}[]`, theirs.items, own.items, depth + 1)
}

type Names = ReadonlySet<string> | ReadonlyMap<string, unknown>

function tellNames(of: Comparing, at: string, published: Names, ours: Names): void {
  const join = at.startsWith('query') ? ' ' : '.'
  for (const name of published.keys()) if (!ours.has(name)) of.tell(`${at}${join}${name}`, ONLY_PUBLISHED)
  for (const name of ours.keys()) if (!published.has(name)) of.tell(`${at}${join}${name}`, ONLY_OURS)
}

/** A request may take more types than is published, an answer is of exactly those. No type at all is any. */
function compareTypes(
  of: Comparing,
  at: string,
  published: Set<string>,
  ours: Set<string>,
  side: Side,
): void {
  if (published.size === 0 || ours.size === 0) return
  const missing = [...published].some(type => !ours.has(type) && !(type === 'integer' && ours.has('number')))
  const more = side === 'answer' && [...ours].some(type => !published.has(type))
  if (missing || more) of.tell(at, `published ${told(published)}, ours ${told(ours)}`)
}

const told = (types: Set<string>): string => [...types].sort().join(' or ')

interface Merged {
  types: Set<string>
  properties: Map<string, Json[]>
  items: Json[]
}

/** All that any of the schemas has, as one shape. */
function merged(document: Json, schemas: Json[]): Merged {
  const all = schemas.flatMap(schema => alternatives(document, schema, 0))
  const properties = new Map<string, Json[]>()
  for (const schema of all)
    for (const [name, property] of Object.entries(fields(schema['properties'])))
      properties.set(name, [...(properties.get(name) ?? []), fields(property)])
  return {
    types: typesOf(document, schemas),
    properties,
    items: all.flatMap(schema => (schema['items'] === undefined ? [] : [fields(schema['items'])])),
  }
}

function typesOf(document: Json, schemas: Json[]): Set<string> {
  const all = schemas.flatMap(schema => alternatives(document, schema, 0))
  return new Set(all.flatMap(schema => ownTypes(schema)).filter(type => type !== 'null'))
}

function ownTypes(schema: Json): string[] {
  const type = schema['type']
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.map(String)
  if (schema['properties']) return ['object']
  const values = 'const' in schema ? [schema['const']] : list(schema['enum'])
  return [...new Set(values.map(value => (value === null ? 'null' : typeof value)))]
}

/** A schema without references and combinations: what they lead to, one by one. */
function alternatives(document: Json, schema: Json, depth: number): Json[] {
  if (depth > 8) return []
  const reference = schema['$ref']
  if (typeof reference === 'string') return alternatives(document, resolve(document, reference), depth + 1)
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap(key => list(schema[key]))
  return [schema, ...inner.flatMap(each => alternatives(document, fields(each), depth + 1))]
}

function resolve(document: Json, reference: string): Json {
  return reference
    .split('/')
    .slice(1)
    .reduce<Json>((inner, key) => fields(inner[key]), document)
}

/** The component a schema refers to, when it is but one. */
function nameOf(schemas: Json[]): string | undefined {
  const names = schemas
    .flatMap(schema => [schema, ...list(schema['anyOf']).map(fields)])
    .flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref.split('/').at(-1) ?? ''] : []))
  return names.length === 1 ? names[0] : undefined
}

/** The names in a query; all of it is text, so their types say nothing. */
function queryOf(document: Json, operation: Json): Set<string> {
  const parameters = list(operation['parameters'])
    .map(fields)
    .map(each => (typeof each['$ref'] === 'string' ? resolve(document, each['$ref']) : each))
  return new Set(parameters.filter(each => each['in'] === 'query').map(each => String(each['name'])))
}

/** The JSON a body or answer carries; a form counts, other media types are not compared. */
function contentOf(of: Json): Json | undefined {
  const content = fields(of['content'])
  const media = content['application/json'] ?? content['multipart/form-data']
  const schema = media === undefined ? undefined : fields(media)['schema']
  return schema === undefined ? undefined : fields(schema)
}

const hasFields = (document: Json, schema: Json): boolean => merged(document, [schema]).properties.size > 0

const fields = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
