import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { issueToken, listTokens, revokeToken } from '../../src/domain/token/index.ts'
import { Api } from '../support/api.ts'
import { EventStream } from '../support/event-stream.ts'
import { startGuichet } from '../support/guichet.ts'
import { buildMember, signedIn } from '../support/members.ts'
import { makeDatabase } from '../support/own-database.ts'
import { RedisProcess } from '../support/redis-process.ts'
import { ownEnvironment, type ServerProcess, startServerProcess } from '../support/server-process.ts'

const databaseUrl = await makeDatabase()
const redis = await RedisProcess.start()
const folder = await mkdtemp(join(tmpdir(), 'guichet-cluster-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
/** Not one of the two: it makes workspaces and looks into the database. */
const aside = await startGuichet({ DATABASE_URL: databaseUrl })
const { database } = aside
const started: ServerProcess[] = []
// Before what they stand on goes.
afterAll(() => Promise.all(started.map(server => server.end('SIGKILL'))))

const a = await start('a')
let b = await start('b')

test('a stream that is cut off by the death of its server goes on at the other without a gap', async () => {
  const agent = await teammate()
  const first = await open(agent, b)
  const hello = await first.next('hello')
  const ids: string[] = []
  const write = async (server: ServerProcess, count: number) => {
    for (let at = 0; at < count; at += 1) {
      const external_id = `streamed ${ids.length}`
      ids.push((await to(server).post('/contacts', { role: 'user', external_id })).body.id)
    }
  }
  const sequences: (number | undefined)[] = []
  const contacts: unknown[] = []
  const hear = async (stream: EventStream) => {
    while (contacts.length < ids.length) {
      const told = await stream.next('change')
      expect(told).toBeDefined()
      sequences.push(told?.id)
      if (told?.data['topic'] === 'contact.user.created') contacts.push(Object(told.data['object']).id)
    }
  }
  await write(a, 20)
  await hear(first)
  await b.end('SIGKILL')
  expect(await first.next('change')).toBeUndefined()
  await write(a, 250)
  const second = await open(agent, a, { 'last-event-id': String(sequences.at(-1)) })
  b = await start('b')
  await write(b, 20)
  await hear(second)
  expect(sequences).toEqual(sequences.map((_, at) => Number(hello?.id) + at + 1))
  expect(contacts).toEqual(ids)
}, 60_000)

test('who types in a conversation on one server is seen on the other', () => expectPresenceAcross())

test('a limit holds for both servers together', async () => {
  const { token } = await limited(60)
  const answers = await manyCalls(token, 40)
  expect(overLimit(answers, 10)).toEqual([])
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10)
})

test('a token that is revoked dies on both servers at once', async () => {
  const { id: workspaceId, appId, ownerId } = aside
  const now = aside.clock.now()
  const { token } = await database.transaction(tx =>
    issueToken(tx, { ...{ workspaceId, appId, adminId: ownerId, label: 'short', scopes: ['all'], now } }),
  )
  const statuses = () =>
    Promise.all([a, b].map(async ({ origin }) => (await new Api(origin, token).get('/me')).status))
  expect(await statuses()).toEqual([200, 200])
  const { id } = await labelled('short')
  await database.transaction(tx => revokeToken(tx, { workspaceId, id, now }))
  await expect.poll(statuses).toEqual([401, 401])
})

test('a POST that is repeated to the other server, because its caller hung up, is done once', async () => {
  await using names = await holdNames()
  await hangUp(a, attribute('Hung up'))
  const retry = to(b).post('/data_attributes', attribute('Hung up'))
  names.release()
  const answer = await retry
  expect([answer.status, isReplay(answer), answer.body.name]).toEqual([200, true, 'Hung up'])
  expect(await attributesNamed('Hung up')).toBe(1)
  for (const server of [a, b]) {
    const later = await to(server).post('/data_attributes', attribute('Hung up'))
    expect([later.status, isReplay(later)]).toEqual([400, false])
  }
})

test('a POST whose server died before it was done is done by the other, once', async () => {
  await using names = await holdNames()
  await hangUp(b, attribute('Died'))
  await b.end('SIGKILL')
  const retry = to(a).post('/data_attributes', attribute('Died'))
  // The retry waits for the dead server's word, and then for the lock itself.
  await expect.poll(waiting).toBe(2)
  names.release()
  const answer = await retry
  expect([answer.status, isReplay(answer), answer.body.name]).toEqual([200, false, 'Died'])
  expect(await attributesNamed('Died')).toBe(1)
  b = await start('b')
}, 60_000)

test.each([
  ['goes away', () => redis.stop(), () => redis.start()],
  ['hangs', () => redis.hang(), () => redis.goOn()],
])(
  'when Redis %s nothing is refused, and when it is back limits hold together again',
  async (how, away, back) => {
    await away()
    for (const server of [a, b])
      for (let n = 0; n < 3; n += 1) {
        expect((await to(server).post('/tags', { name: `${how} ${n}` })).status).toBe(200)
        expect((await to(server).get('/me')).status).toBe(200)
      }
    for (const server of [a, b]) expect(await isSharing(server)).toBe(false)
    await back()
    for (const server of [a, b]) await expect.poll(() => isSharing(server)).toBe(true)
    const answers = await manyCalls((await limited(60)).token, 40)
    expect(overLimit(answers, 10)).toEqual([])
    await expectPresenceAcross()
  },
  60_000,
)

async function start(name: string): Promise<ServerProcess> {
  const server = await startServerProcess({
    ...ownEnvironment(join(folder, name)),
    ...{ DATABASE_URL: databaseUrl, REDIS_URL: redis.url, GUICHET_SECRET_KEY: 'of both', LOG_LEVEL: 'fatal' },
  })
  started.push(server)
  await vi.waitFor(async () => expect(await isSharing(server)).toBe(true), { timeout: 30_000 })
  return server
}

async function expectPresenceAcross(): Promise<void> {
  const [one, two] = [await teammate(), await teammate()]
  const id = (await to(a).post('/contacts', { role: 'user', external_id: `present ${Math.random()}` })).body
    .id
  const { body } = await to(a).post('/conversations', { from: { type: 'user', id }, body: 'Hello' })
  const streams = [await open(two, a), await open(two, b)]
  for (const stream of streams) await stream.next('hello')
  const said = { conversation_id: String(body.conversation_id), doing: 'typing' }
  expect((await at(a, one).put('/app/api/presence', said)).status).toBeLessThan(300)
  for (const stream of streams)
    expect((await stream.next('presence'))?.data).toMatchObject({ ...said, who: { kind: 'teammate' } })
}

const to = (server: ServerProcess): Api => new Api(server.origin, aside.token)

const at = (server: ServerProcess, { token }: Api): Api => Api.ofSession(server.origin, token)

async function teammate(): Promise<Api> {
  const { caller, origin } = await signedIn(aside, await buildMember(aside, 'agent'))
  return new Api(origin, /=(.+)$/.exec(caller['cookie'] ?? '')?.[1] ?? '')
}

/** A stream of a teammate at one of the servers, from now on unless the headers say otherwise. */
async function open(teammate: Api, server: ServerProcess, headers: Record<string, string> = {}) {
  const stream = await EventStream.open(`${server.origin}/app/api/stream`, {
    ...at(server, teammate).caller,
    ...headers,
  })
  expect(stream.status).toBe(200)
  return stream
}

/** Whether a server says that Redis is there. */
async function isSharing({ origin }: ServerProcess): Promise<boolean> {
  return (await (await fetch(`${origin}/metrics`)).text()).includes('guichet_redis_up 1')
}

/** A workspace whose app may make so many requests a minute. */
async function limited(perMinute: number) {
  const workspace = await aside.createWorkspace()
  await database.transaction(tx =>
    tx
      .updateTable('apps')
      .set({ rate_limit: perMinute })
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', workspace.appId)
      .execute(),
  )
  return workspace
}

interface Called {
  status: number
  window: string
}

/** Calls both servers in turn, many at once. */
const manyCalls = (token: string, count: number): Promise<Called[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const { status, headers } = await new Api((n % 2 === 0 ? a : b).origin, token).get('/me')
      return { status, window: headers.get('x-ratelimit-reset') ?? '' }
    }),
  )

/** The windows in which more was let in than may be. */
const overLimit = (answers: Called[], limit: number): string[] =>
  [...Map.groupBy(answers, ({ window }) => window)]
    .filter(([, within]) => within.filter(({ status }) => status === 200).length > limit)
    .map(([window]) => window)

async function labelled(label: string) {
  const tokens = await listTokens(database.read, aside.id)
  const token = tokens.find(each => each.label === label)
  if (!token) throw new Error(`there is no token ${label}`)
  return token
}

const attribute = (name: string) => ({ name, model: 'contact', data_type: 'string' })

const isReplay = ({ headers }: { headers: Headers }) => headers.get('idempotent-replayed') === 'true'

async function attributesNamed(name: string): Promise<number> {
  const rows = await database.read
    .selectFrom('data_attributes')
    .select('id')
    .where('workspace_id', '=', aside.id)
    .where('name', '=', name)
    .execute()
  return rows.length
}

/** Sends a POST and hangs up while it is under way; over once the server has told the others. */
async function hangUp({ origin }: ServerProcess, body: unknown): Promise<void> {
  const sent = request(`${origin}/data_attributes`, {
    ...{ method: 'POST', agent: false },
    headers: {
      authorization: `Bearer ${aside.token}`,
      'intercom-version': 'Preview',
      'content-type': 'application/json',
    },
  })
  sent.on('error', () => {})
  sent.end(JSON.stringify(body))
  await expect.poll(waiting).toBe(1)
  sent.destroy()
  const client = new Redis(redis.url)
  await expect.poll(() => client.keys('guichet:retry:*')).toHaveLength(1)
  client.disconnect()
}

/** Holds what the making of an attribute waits for, until released. */
async function holdNames() {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const holding = database.transaction(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('data_attribute names'), hashtext(${aside.id}))`.execute(
      tx,
    )
    held.resolve()
    await released.promise
  })
  holding.catch(held.reject)
  await held.promise
  return {
    release: released.resolve,
    [Symbol.asyncDispose]: async () => {
      released.resolve()
      await holding
    },
  }
}

/** How many wait for it. */
async function waiting(): Promise<number> {
  const { rows } = await sql`
    select 1 from pg_locks
    where locktype = 'advisory' and not granted and objid = (hashtext(${aside.id})::bigint & 4294967295)::oid
  `.execute(database.unguarded.read)
  return rows.length
}
