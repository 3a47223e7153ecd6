import { gates } from './changes/gates.ts'
import { changes } from './changes/index.ts'
import type { Operation } from './operation.ts'
import { allOperations } from './operations/all.ts'
import type { JsonSchema } from './render.ts'
import type { TSchema } from './schema.ts'
import { topics as allTopics } from './topics.ts'
import { existsAt, isAtLeast, VERSIONS, type Version } from './version.ts'

/** What somebody uses of the API. */
export interface Used {
  /** Calls, by method and path with its parameters named: `GET /contacts/{id}`. */
  calls: readonly string[]
  /** Topics of webhooks, by name. */
  topics?: readonly string[]
}

/**
 * Something that is otherwise at a newer version: an operation that is `removed`, a model that `changed`, a field that is
 * `gone` or has become `required`, or a difference in `behaviour`.
 */
export interface Breakage {
  in: Version
  kind: 'removed' | 'changed' | 'gone' | 'required' | 'behaviour'
  why: string
  /** The model it is about; null for what is about none. */
  model: string | null
  fields: string[]
  /** Where it shows, of what is used. */
  shows: string[]
}

/**
 * What of a use would not be at version `to` as it is at `from`, oldest first. Only what a client of `from` sees or sends
 * counts: a field that came later breaks nobody, nor does a request that takes more than it did.
 */
export function breakages(span: { from: Version; to: Version }, { calls, topics = [] }: Used): Breakage[] {
  const used = [...calls.flatMap(useOfCall), ...topics.flatMap(useOfTopic)]
  const found = new Map<string, Breakage>()
  for (const use of used) {
    for (const breakage of breakagesOf(span, use)) {
      const key = JSON.stringify([breakage.in, breakage.kind, breakage.model, breakage.why])
      const known = found.get(key) ?? { ...breakage, shows: [] }
      found.set(key, { ...known, shows: [...new Set([...known.shows, use.name])] })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.in === b.in ? 0 : isAtLeast(a.in, b.in) ? 1 : -1))
}

interface Span {
  from: Version
  to: Version
}

interface Use {
  name: string
  operation?: Operation
  sent: TSchema[]
  got: TSchema[]
}

const operationsByName = new Map(allOperations.map(each => [`${each.method} ${each.path}`, each]))
const topicsByName = new Map<string, { item: TSchema }>(Object.entries(allTopics))

function useOfCall(name: string): Use[] {
  const operation = operationsByName.get(name)
  if (!operation) return []
  const { query, body, answer } = operation
  const sent = [query, body].filter(schema => schema !== undefined)
  return [{ name, operation, sent, got: answer ? [answer] : [] }]
}

function useOfTopic(name: string): Use[] {
  const topic = topicsByName.get(name)
  return topic ? [{ name: `webhook ${name}`, sent: [], got: [topic.item] }] : []
}

type Found = Omit<Breakage, 'shows'>

function breakagesOf(span: Span, use: Use): Found[] {
  const { name, operation } = use
  if (operation?.until && existsAt(span.from, operation) && !existsAt(span.to, operation))
    return [
      { in: after(operation.until), kind: 'removed', why: 'The operation is gone.', model: null, fields: [] },
    ]
  const behaviour = gates
    .filter(gate => isWithin(span, gate.in) && gate.touches.test(name))
    .map(gate => ({ in: gate.in, kind: 'behaviour' as const, why: gate.why, model: null, fields: [] }))
  return [
    ...use.sent.flatMap(schema => shapesOf(span, schema, 'sent')),
    ...use.got.flatMap(schema => shapesOf(span, schema, 'got')),
    ...behaviour,
  ]
}

type Direction = 'sent' | 'got'

/** What differs in everything that a schema reaches by fields that were there. */
function shapesOf(span: Span, schema: TSchema, direction: Direction): Found[] {
  const found: Found[] = []
  const seen = new Set<JsonSchema>()
  const visit = (each: JsonSchema): void => {
    if (seen.has(each)) return
    seen.add(each)
    for (const inner of [...(each.anyOf ?? []), ...Object.values(each.patternProperties ?? {})]) visit(inner)
    if (each.items) visit(each.items)
    found.push(...changesOf(span, each.model, direction), ...fieldsOf(span, each, direction))
    for (const property of Object.values(each.properties ?? {}))
      if (existsAt(span.from, property)) visit(property)
  }
  visit(schema)
  return found
}

/** A change that has nothing to turn in a direction takes, or gives, in it what it did before. */
const changesOf = (span: Span, model: string | undefined, direction: Direction): Found[] =>
  changes
    .filter(change => change.model === model && isWithin(span, change.in))
    .filter(change => (direction === 'sent' ? change.up : change.down) !== undefined)
    .map(change => ({
      in: change.in,
      kind: 'changed',
      why: change.why,
      model: change.model,
      fields: Object.keys(change.was),
    }))

function fieldsOf(span: Span, schema: JsonSchema, direction: Direction): Found[] {
  const model = schema.model ?? null
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): Found[] => {
    const { since, until } = property
    if (until && existsAt(span.from, property) && !existsAt(span.to, property))
      return [{ in: after(until), kind: 'gone', why: `\`${name}\` is gone.`, model, fields: [name] }]
    const isNew = since !== undefined && isWithin(span, since) && existsAt(span.to, property)
    if (direction === 'sent' && isNew && schema.required?.includes(name))
      return [{ in: since, kind: 'required', why: `\`${name}\` is required.`, model, fields: [name] }]
    return []
  })
}

const isWithin = ({ from, to }: Span, version: Version): boolean =>
  !isAtLeast(from, version) && isAtLeast(to, version)

const after = (version: Version): Version => VERSIONS[VERSIONS.indexOf(version) + 1] ?? version
