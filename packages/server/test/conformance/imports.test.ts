import { expect, test } from 'vitest'
import { type Module, modules } from './modules.ts'

/** Which part may look at which, tests aside. A part is a folder of the server, or one file that others may see alone. */
const MAY_IMPORT: Record<string, string[] | 'anything'> = {
  contract: [],
  text: [],
  storage: ['contract'],
  secrets: [],
  egress: [],
  mail: [],
  translation: ['contract'],
  db: ['contract', 'actor'],
  actor: ['contract'],
  events: ['contract', 'db', 'actor', 'base'],
  domain: [
    'contract',
    'actor',
    'db',
    'events',
    'storage',
    'text',
    'secrets',
    'egress',
    'mail',
    'translation',
  ],
  handlers: [
    'contract',
    'actor',
    'domain',
    'db',
    'storage',
    'secrets',
    'egress',
    'realtime',
    'events',
    'translation',
  ],
  api: ['contract', 'actor', 'domain', 'handlers', 'storage'],
  realtime: ['contract', 'actor', 'base', 'db', 'domain', 'events'],
  http: [
    'contract',
    'actor',
    'domain',
    'handlers',
    'db',
    'storage',
    'secrets',
    'egress',
    'realtime',
    'base',
    'events',
    'translation',
  ],
  shared: ['http', 'realtime', 'base'],
  ai: ['contract', 'actor', 'db', 'domain', 'text'],
  jobs: [
    ...['ai', 'contract', 'actor', 'domain', 'db', 'events', 'storage', 'secrets', 'egress', 'mail', 'base'],
  ],
  pages: ['contract', 'actor', 'base', 'db', 'domain', 'http', 'text'],
  webhooks: ['contract', 'db', 'domain', 'events', 'secrets', 'egress', 'base'],
  base: [],
  cli: 'anything',
  root: 'anything',
}

const FILES: Record<string, string> = {
  'domain/actor.ts': 'actor',
  'api/handlers.ts': 'handlers',
  'clock.ts': 'base',
  'log.ts': 'base',
}

const SERVER = 'packages/server/src/'

test('imports look only where the architecture lets them', () => {
  const wrong = edges().filter(({ from, to }) => {
    const allowed = MAY_IMPORT[from.part]
    if (allowed === undefined) return true
    return from.part !== to.part && allowed !== 'anything' && !allowed.includes(to.part)
  })
  expect(wrong.map(({ from, to }) => `${from.path} (${from.part}) imports ${to.path} (${to.part})`)).toEqual(
    [],
  )
})

test('a noun is seen from outside through its index alone', () => {
  const wrong = edges().filter(
    ({ from, to }) => to.noun !== undefined && from.noun !== to.noun && !to.path.endsWith('/index.ts'),
  )
  expect(wrong.map(({ from, to }) => `${from.path} imports ${to.path}`)).toEqual([])
})

test('no noun needs itself by way of others', () => {
  const needs = new Map<string, Set<string>>()
  for (const { from, to } of edges()) {
    if (!from.noun || !to.noun || from.noun === to.noun) continue
    needs.set(from.noun, (needs.get(from.noun) ?? new Set()).add(to.noun))
  }
  expect([...needs.keys()].map(noun => findCycle(needs, [noun])).find(Boolean)).toBeUndefined()
})

test('HTTP stays at the edge, and drivers of the database below it', () => {
  const importing = (name: string) => modules.filter(({ imports }) => imports.includes(name)).map(partOf)
  expect([...new Set(importing('fastify'))].toSorted()).toEqual(['http', 'pages', 'root'])
  expect([...new Set(importing('pg'))].toSorted()).toEqual(['cli', 'db'])
})

interface End {
  path: string
  part: string
  /** The folder below domain/, for a file of a noun. */
  noun: string | undefined
}

function edges(): { from: End; to: End }[] {
  const paths = new Set(modules.map(({ path }) => path))
  return modules.flatMap(module =>
    module.imports
      .filter(path => paths.has(path))
      .map(path => ({ from: endOf(module.path), to: endOf(path) })),
  )
}

const endOf = (path: string): End => ({
  path: path.replace(SERVER, ''),
  part: partOf({ path }),
  noun: /domain\/([^/]+)\//.exec(path)?.[1],
})

function partOf({ path }: Pick<Module, 'path'>): string {
  if (!path.startsWith(SERVER)) return 'contract'
  const inside = path.slice(SERVER.length)
  const [folder = '', file] = inside.split('/')
  return FILES[inside] ?? (file === undefined ? 'root' : folder)
}

/** The way from a noun back to itself. */
function findCycle(needs: Map<string, Set<string>>, way: string[]): string | undefined {
  const [start = ''] = way
  for (const next of needs.get(way.at(-1) ?? '') ?? []) {
    if (next === start) return [...way, next].join(' -> ')
    const found = way.includes(next) ? undefined : findCycle(needs, [...way, next])
    if (found) return found
  }
  return undefined
}
