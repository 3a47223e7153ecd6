import type { Operation } from '@guichet/contract/operation.ts'
import { inboxFamilies } from '@guichet/contract/operations/inbox/index.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt, type Version } from '@guichet/contract/version.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'
import { runDueJobs } from '../../src/domain/job/index.ts'
import { worksWith } from '../../src/jobs/run-enqueued.ts'
import { nowhere } from '../../src/storage/nowhere.ts'
import { type AliveIds, aliveIds } from '../support/alive-ids.ts'
import { basesFor } from '../support/bases.ts'
import { buildSegment, buildSubscriptionType, buildTeam, buildVisitor } from '../support/factories.ts'
import { startGuichet, type TestWorkspace } from '../support/guichet.ts'
import { drainEvents } from '../support/happened.ts'
import { plantRows } from '../support/plant-rows.ts'
import { ownRequest, type Slot, slotsOf } from '../support/slots.ts'
import { type Row, spreadSequences, workspaceRows } from '../support/workspace-rows.ts'

/** On everything of the other workspace that is no id; nobody else ever sends it. */
const MARK = 'Xylophonist'
const VERSIONS: Version[] = ['Preview', '2.14', '2.7']
const MOST = Number(process.env['GUICHET_TENANCY_ATTEMPTS'] ?? 20_000)
const AT_ONCE = 24

const guichet = await startGuichet()
const { database, clock } = guichet
const built = new Set(routes.map(route => route.operation))
const operations = [families, inboxFamilies]
  .flatMap(all => Object.values(all).flatMap(family => Object.values<Operation>(family)))
  .filter(operation => built.has(operation))
const nameOf = ({ method, path }: Operation) => `${method} ${path}`

let other: TestWorkspace
let mine: TestWorkspace
let own: AliveIds
let theirs: Record<string, Row[]>
/** What attempts name things of the other workspace by. */
let ids: Id[]
/** What names things of the other workspace that no attempt ever names: whoever is told of one was told of another's. */
let unnamed: Set<string>

beforeAll(async () => {
  await spreadSequences(database.url)
  other = await guichet.createWorkspace()
  await furnish(other, 'other', MARK)
  await runJobs()
  expect(await plantRows(database.url, other.id, MARK)).toEqual([])
  await endStream(other.id)
  await database.transaction(tx =>
    tx
      .updateTable('admins')
      .set(row => ({ name: row.val(MARK), email: row.val('other.owner@example.com') }))
      .where('workspace_id', '=', other.id)
      .where('id', '=', other.ownerId)
      .execute(),
  )
  mine = await guichet.createWorkspace()
  own = await furnish(mine, 'own', 'Own')
  const named = await workspaceRows(database.url, other.id)
  ids = idsIn(named)
  await furnish(other, 'unnamed', `${MARK} unnamed`, 'unnamed')
  await runJobs()
  // What happened has its place in the log before rows are compared: whoever runs beside would give it one meanwhile.
  await drainEvents({ database })
  // What they asked is logged a moment later: whoever reads the log has all that waits written down.
  await mine.api.get('/app/api/requests')
  theirs = await workspaceRows(database.url, other.id)
  const known = new Set(tokensOf(JSON.stringify(named)))
  unnamed = new Set(tokensOf(JSON.stringify(theirs)).filter(token => !known.has(token)))
}, 120_000)

/** The log of a workspace goes on behind what was planted in it: other test files give events their places too. */
async function endStream(id: string): Promise<void> {
  await database.transaction(tx =>
    sql`insert into event_streams (workspace_id, last_sequence)
      select workspace_id, max(sequence) from event_log where workspace_id = ${id} group by workspace_id
      on conflict (workspace_id) do update
      set last_sequence = greatest(event_streams.last_sequence, excluded.last_sequence)`.execute(tx),
  )
}

async function furnish(
  workspace: TestWorkspace,
  word: string,
  mark: string,
  attribute = 'hostile',
): Promise<AliveIds> {
  const ids = await aliveIds(workspace.api, word, mark, attribute)
  const rule = { field: 'role', operator: '=', value: 'user' }
  const [team, type, segment] = [
    await buildTeam(guichet, mark, [workspace.ownerId], workspace),
    await buildSubscriptionType(guichet, 'opt_out', workspace),
    await buildSegment(guichet, mark, rule, 'user', workspace),
  ]
  await buildVisitor(guichet, `${word}-visitor`, workspace)
  return { ...ids, teams: [String(team)], subscription_types: [String(type)], segments: [segment] }
}

const runJobs = () => runDueJobs({ database, now: clock.now(), works: worksWith(nowhere) })

interface Id {
  /** Of what: the table and column. */
  of: string
  value: string
}

/** Whatever another workspace could name these rows by, each once. */
function idsIn(rows: Record<string, Row[]>): Id[] {
  const found = new Map<string, Id>()
  for (const [table, all] of Object.entries(rows))
    for (const row of all)
      for (const [column, value] of Object.entries(row)) {
        const text = String(value)
        const names =
          /(^|_)(id|email|key|identifier|locale|hash)$|_(to|by)$/.test(column) || text.startsWith('key-of-')
        if (!names || value === null || text.includes(MARK) || text.length < 6) continue
        if (!found.has(text)) found.set(text, { of: `${table}.${column}`, value: text })
      }
  return [...found.values()]
}

interface Attempt {
  /** Holds nothing of the other workspace. */
  mine?: boolean
  operation: Operation
  version: Version
  url: string
  body?: unknown
}

/** Every place with every id that is meant for it, and with some that are not; at older versions with fewer. */
function attempts(): Attempt[] {
  const [likely, unlikely]: [Pairing[], Pairing[]] = [[], []]
  let seen = 0
  for (const [age, version] of VERSIONS.entries())
    for (const operation of operations.filter(each => existsAt(version, each)))
      for (const slot of slotsOf(operation, version, own, basesFor(nameOf(operation), own)))
        for (const id of ids) {
          const all = age === 0 || seen++ % 4 === 0
          const kind = isFor(slot, id) && all ? likely : unlikely
          kind.push({ operation, version, slot, id })
        }
  const most = spread(likely, MOST * 0.9)
  return [...most, ...spread(unlikely, MOST - most.length)].map(({ operation, version, slot, id }) => ({
    ...{ operation, version },
    ...slot.request(id.value),
  }))
}

interface Pairing {
  operation: Operation
  version: Version
  slot: Slot
  id: Id
}

/** About so many of them, from everywhere. */
const spread = <T>(all: T[], most: number): T[] => {
  const every = all.length / Math.max(1, most)
  return every <= 1
    ? all
    : all.filter((_, place) => Math.floor(place / every) !== Math.floor((place - 1) / every))
}

/** Whether a place is for ids of this kind, judged by the words of both. */
function isFor({ name }: Slot, { of }: Id): boolean {
  const [table = '', column = ''] = of.split('.')
  const word = name.replace(/_?ids?$/, '').replace(/(ies|s)$/, '')
  if (word === '' || ['value', 'from', 'into', 'hostile'].includes(word)) return !column.includes('hash')
  if (['email', 'identifier', 'key', 'external', 'user'].includes(word))
    return column.includes(word) || ['external_id', 'key'].includes(column)
  return [...WORDS(word)].some(each => table.includes(each) || column.includes(each))
}

const WORDS = (word: string): string[] =>
  ['assignee', 'admin_assignee', 'owner', 'author', 'sender'].includes(word)
    ? ['admin', 'team']
    : ['customer', 'intercom_user', 'visitor', 'contact'].includes(word)
      ? ['contact']
      : ['ticket', 'conversation', 'conversation_part', 'source'].includes(word.replace(/^linked_/, ''))
        ? ['ticket', 'conversation', 'message']
        : [word.replace(/^linked_|_to_link$/, '')]

test('nothing a workspace sends reaches another, and nothing of another reaches it', async () => {
  const leaks: string[] = []
  const faults: string[] = []
  const named = new Set(ids.map(({ value }) => value))
  const secret = new Set([MARK, ...unnamed])
  let through = 0
  const statuses = new Map<number, number>()
  const all = [...ownAttempts(), ...attempts()]
  await inParallel(all, async attempt => {
    const { status, text } = await send(attempt, mine.token)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const sent = `${attempt.url} ${JSON.stringify(attempt.body ?? '')}`
    const said = `${nameOf(attempt.operation)} at ${attempt.version}: ${sent} answered ${status} ${text}`
    if (status >= 500) faults.push(said)
    if (attempt.mine && status < 300) through += 1
    const leaked = tokensOf(text).filter(token => secret.has(token))
    if (leaked.length > 0) leaks.push(`${leaked.join(' ')} <- ${said}`)
  })
  await runJobs()
  console.log(
    `${all.length} attempts on ${operations.length} operations with ${ids.length} ids at ${VERSIONS.join(', ')},`,
    `${unnamed.size} more of which nobody may hear:`,
    Object.fromEntries(statuses),
    `${through} operations go through with nothing but one's own`,
  )
  const mineNow = await workspaceRows(database.url, mine.id)
  expect(faults.slice(0, 5)).toEqual([])
  expect(await workspaceRows(database.url, other.id)).toEqual(theirs)
  expect(foreignIn(mineNow, new Set([...named, ...secret])).slice(0, 5)).toEqual([])
  expect(leaks.slice(0, 5)).toEqual([])
}, 600_000)

test('the other workspace itself is told all that', async () => {
  const { text } = await send(
    {
      operation: { method: 'GET', path: '/contacts', scope: '', summary: '' },
      version: 'Preview',
      url: '/contacts',
    },
    other.token,
  )
  expect(tokensOf(text)).toContain(MARK)
  expect(tokensOf(text).filter(token => unnamed.has(token)).length).toBeGreaterThan(1)
})

/** Each operation as its caller means it: how many go through tells how far the others get. */
const ownAttempts = (): Attempt[] =>
  operations
    .filter(({ method }) => method !== 'DELETE')
    .filter(operation => !/archive|block|merge|unlink/.test(operation.path))
    .map(operation => ({
      ...{ operation, version: 'Preview' as const, mine: true },
      ...ownRequest(operation, 'Preview', own, basesFor(nameOf(operation), own)),
    }))
    .filter(({ operation }) => existsAt('Preview', operation))

async function send({ operation, version, url, body }: Attempt, token: string) {
  const response = await fetch(guichet.origin + url, {
    method: operation.method,
    headers: {
      authorization: `Bearer ${token}`,
      'intercom-version': version,
      'content-type': 'application/json',
    },
    ...(body !== undefined && operation.method !== 'GET' && { body: JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text() }
}

async function inParallel<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** What could identify something: the mark, object ids, UUIDs, numbers out of the spread sequences. */
const tokensOf = (text: string): string[] => [
  ...new Set(
    text.match(
      new RegExp(
        `${MARK}|\\b[0-9a-f]{24}\\b|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[5-9]\\d{9}\\b`,
        'g',
      ),
    ),
  ),
]

/** Rows that refer to what is not of their workspace. Names and the like are a caller's own words and refer to nothing. */
function foreignIn(rows: Record<string, Row[]>, secret: Set<string>): string[] {
  return Object.entries(rows).flatMap(([table, all]) =>
    all.flatMap(row =>
      referencesIn(row)
        .filter(value => secret.has(value))
        .map(value => `${table}: ${value} in ${JSON.stringify(row)}`),
    ),
  )
}

/** Values of fields that are called an id, at any depth. */
function referencesIn(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(each => referencesIn(each, name))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => referencesIn(inner, key))
  return /(^|_)(ids?|by|to|into|key)$/.test(name) && !OWN_WORDS.test(name) ? [String(value)] : []
}

/** Ids a caller gives its own things. */
const OWN_WORDS = /^(external_(\w+_)?id|company_id|user_id|event_id|call_id|step_id)$/
