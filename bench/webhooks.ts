import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../packages/server/src/db/database.ts'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import type { Actor } from '../packages/server/src/domain/actor.ts'
import { changeWebhook, registerApp } from '../packages/server/src/domain/app/index.ts'
import { systemActor } from '../packages/server/src/domain/system-actor.ts'
import { createWorkspace } from '../packages/server/src/domain/workspace/index.ts'
import { append } from '../packages/server/src/events/append.ts'
import { INBOX_CHANNEL } from '../packages/server/src/events/sequencing.sql.ts'

/**
 * What webhooks cost: `npm exec -- node bench/webhooks.ts [rounds] [deliveries]`. Deliveries a second of a whole server, from the commit of
 * events to the receiver, as a share of what bare node:http posting the same bytes does in the same run; and how long it takes
 * from commit to receipt while one in ten receivers hangs.
 */
const ROUNDS = Number(process.argv[2] ?? 3)
const DELIVERIES = Number(process.argv[3] ?? 10_000)
const CONTACTS = 2000
const RECEIVERS = 10
const PER_SECOND = 30
const SECONDS = 10

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-hooks-'))
const postgres = await startEmbedded({ dataDir })
const database = openDatabase(postgres.url)
try {
  await migrate(postgres.url)
  const receiver = await startReceiver()
  const { actor, contacts } = await furnish(database)
  const apps = await hooks(actor, receiver.port)
  const stop = await startServer(postgres.url)
  const speeds: [ours: number, bare: number][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await barePosts(receiver.port)
    speeds.push([await deliverAll(actor, contacts, receiver), bare])
    console.error(`round ${round + 1}: ${speeds.at(-1)?.map(Math.round).join(' of ')} a second`)
  }
  await hang(actor, apps, receiver.port)
  const waits = await latencies(actor, contacts, receiver)
  const at = (share: number) => waits.toSorted((a, b) => a - b)[Math.floor(waits.length * share)] ?? 0
  const share = median(speeds.map(([ours, bare]) => ours / bare))
  console.log(
    [
      '| Webhooks | deliveries/s | bare HTTP | share | commit to receipt p50 / p95 / p99 ms, one in ten hangs |',
      '|---|---|---|---|---|',
      `| to a local receiver | ${Math.round(median(speeds.map(([ours]) => ours)))} | ${Math.round(median(speeds.map(([, bare]) => bare)))} | ${Math.round(share * 100)} % | ${[0.5, 0.95, 0.99].map(s => at(s)).join(' / ')} (${waits.length} deliveries) |`,
    ].join('\n'),
  )
  await stop()
  receiver.stop()
} finally {
  await database.close()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

interface Receiver {
  port: number
  came: [id: string, at: number][]
  stop(): void
}

async function startReceiver(): Promise<Receiver> {
  const child = spawn(process.execPath, [new URL('./webhooks-receiver.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const receiver: Receiver = { port: 0, came: [], stop: () => child.kill() }
  receiver.port = await new Promise(resolve => lines.once('line', line => resolve(JSON.parse(line))))
  lines.on('line', line => receiver.came.push(...JSON.parse(line)))
  return receiver
}

/** A workspace with contacts that events are of. */
async function furnish(database: Database): Promise<{ actor: Actor; contacts: string[] }> {
  const now = Math.floor(Date.now() / 1000)
  const { id, botId } = await database.transaction(tx =>
    createWorkspace(tx, { name: 'Bench', owner: { name: 'Bench', email: 'bench@example.com' }, now }),
  )
  const workspace = { id, name: 'Bench', timezone: 'UTC' }
  const actor = systemActor({ workspace, operatorId: botId, now })
  const contacts = Array.from({ length: CONTACTS }, (_, n) => n.toString(16).padStart(24, '0'))
  await database.transaction(tx =>
    tx
      .insertInto('contacts')
      .values(
        contacts.map((contact, n) => ({
          ...{
            workspace_id: id,
            id: contact,
            role: 'user',
            email: `${n}@bench.example`,
            name: `Person ${n}`,
          },
          ...{
            custom_attributes: JSON.stringify({ plan: 'pro', seats: n }),
            created_at: now,
            updated_at: now,
          },
        })),
      )
      .execute(),
  )
  return { actor, contacts }
}

/** One app for each receiver. */
async function hooks(actor: Actor, port: number): Promise<number[]> {
  const made: number[] = []
  for (let n = 0; n < RECEIVERS; n += 1) {
    await database.transaction(async tx => {
      const { id } = await registerApp(tx, actor, { name: `App ${n}`, scopes: ['all'] })
      const webhook_url = `http://127.0.0.1:${port}/${n}`
      await changeWebhook(tx, actor, Number(id), { webhook_url, webhook_topics: ['contact.user.updated'] })
      made.push(Number(id))
    })
  }
  return made
}

/** One of the receivers never answers from now on. */
async function hang(actor: Actor, [first = 0]: number[], port: number): Promise<void> {
  await database.transaction(tx =>
    changeWebhook(tx, actor, first, { webhook_url: `http://127.0.0.1:${port}/hang` }),
  )
}

function happen(actor: Actor, contacts: string[]): Promise<void> {
  return database.transaction(tx =>
    append(
      tx,
      actor,
      ...contacts.map(id => ({ topic: 'contact.user.updated' as const, object: { type: 'contact', id } })),
    ),
  )
}

/** Deliveries a second from the commit of their events on. */
async function deliverAll(actor: Actor, contacts: string[], receiver: Receiver): Promise<number> {
  receiver.came.length = 0
  const events = DELIVERIES / RECEIVERS
  await happen(
    actor,
    Array.from({ length: events }, (_, n) => contacts[n % contacts.length] ?? ''),
  )
  await tellServer()
  const began = Date.now()
  while (receiver.came.length < DELIVERIES) {
    if (Date.now() - began > 120_000)
      throw new Error(`only ${receiver.came.length} deliveries came in two minutes`)
    await delay(20)
  }
  const last = Math.max(...receiver.came.map(([, at]) => at))
  return DELIVERIES / ((last - began) / 1000)
}

/** The events are committed by this process, which has no sequencer to tell. */
async function tellServer(): Promise<void> {
  await database.transaction(async tx => {
    await sql`select pg_notify(${INBOX_CHANNEL}, '')`.execute(tx)
  })
}

/** Milliseconds from commit to receipt, of all but those to the receiver that hangs. */
async function latencies(actor: Actor, contacts: string[], receiver: Receiver): Promise<number[]> {
  receiver.came.length = 0
  const committed = new Map<string, number>()
  const began = Date.now()
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const id = contacts[n] ?? ''
    await happen(actor, [id])
    committed.set(id, Date.now())
    await tellServer()
    const wait = began + ((n + 1) * 1000) / PER_SECOND - Date.now()
    if (wait > 0) await delay(wait)
  }
  await delay(3000)
  return receiver.came.map(([id, at]) => at - (committed.get(id) ?? at))
}

/** What posting such bytes over kept connections does at best, with as many under way. */
async function barePosts(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const body = `{"data":{"item":{"type":"none"},"padding":"${'x'.repeat(1900)}"}}`
  let left = DELIVERIES
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const sent = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/bare', agent, headers },
        response => {
          response.resume()
          response.once('end', resolve)
        },
      )
      sent.once('error', reject)
      sent.end(body)
    })
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await post()
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: 10 * RECEIVERS }, worker))
  agent.destroy()
  return DELIVERIES / ((performance.now() - began) / 1000)
}

/** The real server in a process of its own; answers what stops it. */
async function startServer(databaseUrl: string): Promise<() => Promise<void>> {
  const child = spawn(
    process.execPath,
    [new URL('../packages/server/bin/guichet.js', import.meta.url).pathname, 'start'],
    {
      env: {
        ...process.env,
        ...{ PORT: '0', DATABASE_URL: databaseUrl, GUICHET_DATA_DIR: join(dataDir, 'server') },
        ...{ GUICHET_EGRESS_ALLOW: '127.0.0.1', LOG_LEVEL: 'warn', GUICHET_DEMO: '0' },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', chunk => /Guichet is ready/.test(String(chunk)) && resolve())
    child.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return () => new Promise(resolve => child.once('exit', () => resolve()) && child.kill('SIGTERM'))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
