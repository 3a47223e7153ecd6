import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startReceiver } from './support/receiver.ts'
import { ownEnvironment, type ServerProcess, startServerProcess } from './support/server-process.ts'

/** How often the server is killed: a few times in the suite, as often as wanted by hand. */
const KILLS = Number(process.env['DURABILITY_KILLS'] ?? 3)
const LOOPS = 4
const TOKEN = 'a-token-that-survives-every-restart'

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-hooks-'))
let server: ServerProcess | undefined
afterAll(async () => {
  await server?.end()
  await rm(dataDir, { recursive: true, force: true })
})

const acknowledged = new Set<string>()
let written = 0

test(`what was acknowledged before ${KILLS} kills is told, each event under one id`, {
  timeout: 120_000 + KILLS * 30_000,
}, async () => {
  const receiver = await startReceiver()
  await hook(await start(), receiver.url)
  for (let kill = 0; kill < KILLS; kill += 1) {
    if (kill > 0) await start()
    await writeUntilKilled(randomInt(10, 80))
  }
  await start()
  const told = () => new Set(receiver.received.map(({ body }) => body.data.item.id))
  for (let tries = 0; tries < 900 && !acknowledged.isSubsetOf(told()); tries += 1) await delay(100)
  const ids = Map.groupBy(receiver.received, ({ body }) => body.data.item.id)
  const again = receiver.received.length - ids.size
  console.log(
    `${KILLS} kills, ${acknowledged.size} acknowledged contacts, ${ids.size} contacts told of in ${receiver.received.length} requests, ${again} of them again`,
  )
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  expect([...acknowledged.difference(told())]).toEqual([])
  const underTwo = [...ids].filter(([, all]) => new Set(all.map(({ body }) => body.id)).size > 1)
  expect(underTwo).toEqual([])
  await checkLog()
})

async function start(): Promise<ServerProcess> {
  server = await startServerProcess({
    ...ownEnvironment(dataDir),
    ...{ GUICHET_ACCESS_TOKEN: TOKEN, GUICHET_EGRESS_ALLOW: '127.0.0.1' },
  })
  return server
}

async function hook(server: ServerProcess, url: string): Promise<void> {
  const { data } = await call(server, 'GET', '/app/api/apps')
  const topics = ['contact.user.created']
  await call(server, 'PUT', `/app/api/apps/${data[0].id}/webhook`, { url, topics, policy: 'durable' })
}

/** Writes from several loops at once; the server is killed at an acknowledgement, while it writes and tells. */
async function writeUntilKilled(after: number): Promise<void> {
  const running = server
  if (!running) throw new Error('no server runs')
  let left = after
  let killed: Promise<void> | undefined
  const loop = async (): Promise<void> => {
    while (await writeOnce(running).catch(unlessCutOff)) {
      left -= 1
      if (left === 0) killed = running.end('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: LOOPS }, loop))
  await killed
}

/** A connection that broke is what a kill looks like; anything else is a fault. */
function unlessCutOff(error: unknown): false {
  if (error instanceof TypeError) return false
  throw error
}

async function writeOnce(server: ServerProcess): Promise<true> {
  written += 1
  const contact = await call(server, 'POST', '/contacts', { email: `${written}@example.com` })
  acknowledged.add(contact.id)
  return true
}

/** The server's own log says the same: every event was delivered, and none has two deliveries. */
async function checkLog(): Promise<void> {
  if (!server) throw new Error('no server runs')
  const seen = new Map<string, string>()
  let before = ''
  do {
    const { data, next } = await call(
      server,
      'GET',
      `/app/api/webhooks/deliveries?per_page=150${before && `&before=${before}`}`,
    )
    for (const delivery of data) {
      expect(seen.has(delivery.notification_id), 'an event is planned once').toBe(false)
      seen.set(delivery.notification_id, delivery.object_id)
    }
    before = next ?? ''
  } while (before !== '')
  expect([...acknowledged.difference(new Set(seen.values()))]).toEqual([])
}

async function call(
  { origin }: ServerProcess,
  method: string,
  path: string,
  body?: object,
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is checked by other tests
): Promise<any> {
  const response = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}
