import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { gates } from './changes/gates.ts'
import { changes } from './changes/index.ts'
import { allOperations, publishedOperations as operations } from './operations/all.ts'
import type { JsonSchema } from './render.ts'
import { everyPermission } from './roles.ts'
import { scopes } from './scopes.ts'
import { topics } from './topics.ts'
import { existsAt, VERSIONS, type Version } from './version.ts'

const published = new URL('../../../../shared/api/openapi/', import.meta.url)

/** Routes that clients call and no description names. */
const unpublished = /^\/(custom_channel_events|user_delete_requests)/

describe.skipIf(!existsSync(published))('every version, against its published description', () => {
  it.each(VERSIONS)('%s has the operations of its description and no others', version => {
    const theirs = publishedAt(version)
    process.stdout.write(`${version}: ${theirs.length} operations\n`)
    const ours = operations.filter(
      each => existsAt(version, each) && !each.addition && !unpublished.test(each.path),
    )
    expect(ours.map(signature).toSorted()).toEqual(theirs.toSorted())
  })
})

describe('the contract', () => {
  it('declares each method of a path once', () => {
    const signatures = allOperations.map(signature)
    expect(signatures.filter((each, at) => signatures.indexOf(each) !== at)).toEqual([])
  })

  it('changes only models that an operation speaks of', () => {
    const spoken = new Set<string>()
    for (const { body, answer, query } of operations) {
      for (const schema of [body, answer, query]) if (schema) collectModels(schema, spoken)
    }
    expect(changes.map(change => change.model).filter(model => !spoken.has(model))).toEqual([])
  })

  it('lists changes and gates oldest first', () => {
    for (const list of [changes, gates]) {
      const order = list.map(each => VERSIONS.indexOf(each.in))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
  })

  it('asks only for permissions that exist', () => {
    const known = new Set(scopes.map(scope => scope.name))
    const asked = [...operations, ...Object.values(topics)].map(each => each.scope)
    expect([...new Set(asked)].filter(scope => scope !== null && !known.has(scope))).toEqual([])
    const ofPages = allOperations
      .filter(({ access }) => access !== 'public' && access !== 'messenger')
      .map(each => each.scope)
    expect(ofPages.filter(scope => !everyPermission.includes(scope))).toEqual([])
  })

  it('keeps what is for our own pages apart', () => {
    const own = allOperations.filter(each => !operations.includes(each))
    expect(own.filter(({ path }) => !/^\/(app|messenger|auth)\//.test(path)).map(signature)).toEqual([])
    expect(operations.filter(({ access = 'token' }) => access !== 'token').map(signature)).toEqual([])
  })

  it('keeps the list of gates short', () => {
    for (const gate of gates) process.stdout.write(`${gate.in} ${gate.name}: ${gate.why}\n`)
    expect(gates.length).toBeLessThan(25)
  })
})

function publishedAt(version: Version): string[] {
  const file = new URL(`${version.toLowerCase()}.yaml`, published)
  const { paths } = parse(readFileSync(file, 'utf8'))
  const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])
  return Object.entries<object>(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(method => methods.has(method))
      .map(method => signature({ method: method.toUpperCase(), path })),
  )
}

/** Parameters are matched by position, since their names differ between versions. */
const signature = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace(/\{\w+\}/g, '{}')}`

function collectModels(schema: JsonSchema, into: Set<string>): void {
  if (schema.model) into.add(schema.model)
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ]
  for (const each of below) collectModels(each, into)
}
