import type { Operation } from '@guichet/contract/operation.ts'
import { type JsonSchema, schemaAt } from '@guichet/contract/render.ts'
import type { Version } from '@guichet/contract/version.ts'
import type { AliveIds } from './alive-ids.ts'

/** A request that could go through, and the way to put any id into one place of it. */
export interface Slot {
  /** What the place is called: the segment before it in a path, its name in a body or query. */
  name: string
  request(value: string): { url: string; body?: unknown }
}

/** Every place of an operation where an id (or an email) can stand, all else in the request being the caller's own. */
export function slotsOf(operation: Operation, version: Version, own: AliveIds, bases: object[] = []): Slot[] {
  const path = ownPath(operation.path, own)
  const schema = operation.body && schemaAt(version, operation.body)
  const plain = schema ? sample(schema, '', own) : undefined
  const withBody = (url: string) => (schema ? { url, body: bases[0] ?? plain } : { url })
  return [
    ...paramsOf(operation.path).map(({ at, name }) => ({
      name,
      request: (value: string) =>
        withBody(path.map((part, place) => (place === at ? encodeURIComponent(value) : part)).join('/')),
    })),
    ...queryNames(operation, version).map(name => ({
      name,
      request: (value: string) => withBody(`${path.join('/')}?${name}=${encodeURIComponent(value)}`),
    })),
    ...(schema ? [plain, ...bases] : []).flatMap(base =>
      leavesOf(schema ?? {}, base).map(leaf => ({
        name: leaf.filter(key => typeof key === 'string').at(-1) ?? '',
        request: (value: string) => ({ url: path.join('/'), body: put(base, leaf, value, schema, own) }),
      })),
    ),
  ]
}

/** The request that holds nothing but the caller's own. */
export function ownRequest(operation: Operation, version: Version, own: AliveIds, bases: object[] = []) {
  const schema = operation.body && schemaAt(version, operation.body)
  const url = ownPath(operation.path, own).join('/')
  return schema ? { url, body: bases[0] ?? sample(schema, '', own) } : { url }
}

const ownPath = (path: string, own: AliveIds): string[] => {
  const params = paramsOf(path)
  return path.split('/').map((part, at) => {
    const param = params.find(each => each.at === at)
    return param ? encodeURIComponent(ownId(param.name, own) ?? '1') : part
  })
}

/** Parameters of a path, by the segment before them. */
const paramsOf = (path: string): { at: number; name: string }[] =>
  path
    .split('/')
    .flatMap((part, at, parts) => (part.startsWith('{') ? { at, name: parts[at - 1] ?? '' } : []))

const queryNames = (operation: Operation, version: Version): string[] =>
  Object.keys((operation.query && schemaAt(version, operation.query).properties) ?? {}).filter(isIdName)

const isIdName = (name: string): boolean =>
  /(^|_)(id|ids|email|identifier|key|secret|url)$|^(from|into|name|param|cursor|starting_after|scroll_param)$/.test(
    name,
  )

/** The caller's own id for a name: `admin_id`, `contacts`, `tag_ids`, ... */
export function ownId(name: string, own: AliveIds): string | undefined {
  const words = name.replace(/_ids?$/, '')
  const noun = ALIASES[words] ?? ALIASES[words.split('_').at(-1) ?? ''] ?? words
  return (own[name] ?? own[noun] ?? own[`${noun}s`] ?? own[noun.replace(/y$/, 'ies')])?.[0]
}

const ALIASES: Record<string, string> = {
  ...{ assignee: 'admins', admin_assignee: 'admins', owner: 'admins', author: 'admins', sender: 'admins' },
  ...{
    intercom_user: 'contacts',
    user: 'contacts',
    from: 'contacts',
    into: 'contacts',
    customer: 'contacts',
  },
  ...{ conversation_to_link: 'conversations', merge_into_conversation: 'conversations' },
  ...{ linked_conversations: 'conversations', conversation_part: 'conversation_parts', source: 'sources' },
  ...{ parent: 'collections', subscriptions: 'subscription_types', bulk: 'jobs' },
}

/** A value of the schema with what it needs and no more. */
export function sample(schema: JsonSchema, name: string, own: AliveIds): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sample(schema.anyOf[0] ?? {}, name, own)
  if (schema.items) return [sample(schema.items, name, own)]
  if (schema.type === 'object' || schema.properties) {
    const required = schema.required ?? []
    return Object.fromEntries(
      required.map(key => [key, sample(schema.properties?.[key] ?? {}, key === 'id' ? name : key, own)]),
    )
  }
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer' || schema.type === 'number')
    return Number(ownId(name, own) ?? (name.endsWith('_at') ? 1_700_000_000 : 1))
  return ownId(name, own) ?? (name.includes('email') ? 'someone@example.com' : 'words')
}

type Path = (string | number)[]

/** Where ids can stand in a body: wherever the schema has one, and wherever a base already holds one. */
function leavesOf(schema: JsonSchema, base: unknown): Path[] {
  const found = new Map<string, Path>()
  for (const path of [...inSchema(schema), ...inValue(base)]) found.set(path.join('.'), path)
  return [...found.values()]
}

function inSchema(schema: JsonSchema, name = '', depth = 0): Path[] {
  if (depth > 6) return []
  if (schema.anyOf && isIdInput(schema.anyOf)) return [[]]
  if (schema.anyOf) return schema.anyOf.flatMap(branch => inSchema(branch, name, depth))
  if (schema.items) return inSchema(schema.items, name, depth + 1).map(path => [0, ...path])
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, inner]) =>
      inSchema(inner, key, depth + 1).map(path => [key, ...path]),
    )
  if (schema.patternProperties) return [[name.includes('attribute') ? 'hostile' : 'value']]
  return ['string', 'integer', 'number'].includes(schema.type ?? '') && isIdName(name) ? [[]] : []
}

const isIdInput = (branches: JsonSchema[]): boolean =>
  branches.some(({ type, pattern }: JsonSchema & { pattern?: string }) => type === 'string' && !pattern) &&
  branches.some(({ type }) => type === 'integer')

function inValue(value: unknown, name = ''): Path[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => inValue(each, name).map(path => [at, ...path]))
  if (isFields(value))
    return Object.entries(value).flatMap(([key, inner]) => inValue(inner, key).map(path => [key, ...path]))
  return isIdName(name) || name === 'value' ? [[]] : []
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The base with a value at one place; a number where the place takes nothing else. */
function put(
  base: unknown,
  path: Path,
  value: string,
  schema: JsonSchema | undefined,
  own: AliveIds,
): unknown {
  const [key, ...rest] = path
  const plain =
    schema?.anyOf && !isIdInput(schema.anyOf) ? schema.anyOf.find(each => each.type !== 'null') : schema
  if (key === undefined)
    return plain?.type === 'integer' || plain?.type === 'number' ? Number(value) || value : value
  if (typeof key === 'number') {
    const list = Array.isArray(base) ? [...base] : []
    list[key] = put(list[key], rest, value, plain?.items, own)
    return list
  }
  const inner = plain?.properties?.[key]
  const fields = isFields(base) ? base : plain ? sample(plain, '', own) : {}
  return {
    ...(isFields(fields) ? fields : {}),
    [key]: put(isFields(fields) ? fields[key] : undefined, rest, value, inner, own),
  }
}
