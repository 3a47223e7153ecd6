import { createHmac } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import {
  changeWebhook,
  clientSecrets,
  registerApp,
  retireSecret,
  rotateSecret,
} from '../src/domain/app/index.ts'
import { guardedOutbound } from '../src/egress/outbound.ts'
import { append } from '../src/events/append.ts'
import { secretsOf } from '../src/services.ts'
import { claim } from '../src/webhooks/claim.sql.ts'
import type { ViewItems } from '../src/webhooks/items.ts'
import { acting } from './support/acting.ts'
import type { TestWorkspace } from './support/guichet.ts'
import { drainEvents } from './support/happened.ts'
import { seededRandom } from './support/seeded.ts'
import { GOOD, type Manner, startUnruly } from './support/unruly-receiver.ts'
import { makeDeliverer, startHooked } from './support/webhooks.ts'

/** How many receivers are played, each by a schedule of its own: some in the suite, thousands by hand. */
const SCHEDULES = Number(process.env['WEBHOOK_SCHEDULES'] ?? 200)
const SEED = Number(process.env['WEBHOOK_SEED'] ?? 20_261_125)
const APPS = Math.min(SCHEDULES, 200)
const EVENTS = 4
const PATIENCE_MS = 250
const TOPIC = 'contact.user.created'

const random = seededRandom(SEED)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? missing()
const missing = (): never => {
  throw new Error('there is nothing to pick from')
}

const BAD: Manner[] = ['error', 'missing', 'gone', 'throttle', 'redirect', 'reset', 'hang']
const LASTING: Manner[] = ['ok', 'ok', 'ok', ...BAD]
const ANY: Manner[] = [
  'ok',
  'ok',
  'ok',
  'created',
  'slow',
  'flood',
  'trickle',
  ...BAD,
  'error',
  'error',
  'throttle',
]

interface Schedule {
  workspace: TestWorkspace
  app: number
  policy: 'intercom' | 'durable'
  ordered: boolean
  manners: Manner[]
  /** How all is taken that comes after these. */
  lasting: Manner
  /** Whether its name leads elsewhere now and then. */
  moves: boolean
  /** The secrets that were live while anything was sent lately. */
  live: Set<string>
}

const hooked = await startHooked()
const { database, clock } = hooked
const secrets = secretsOf(readConfig({}))
const schedules = new Map<string, Schedule>()
const unruly = await startUnruly({
  now: () => clock.now(),
  manner(path) {
    const schedule = schedules.get(path)
    return schedule?.manners.shift() ?? schedule?.lasting ?? 'ok'
  },
})

/** Names lead to where the receivers are, and those that move also to where nobody may go, alone or beside it. */
const resolve = async (host: string): Promise<string[]> => {
  if (!host.startsWith('moving') || random() < 0.6) return ['127.0.0.1']
  return pick([['127.0.0.2'], ['127.0.0.1', '127.0.0.2'], ['10.0.0.1'], []])
}
const outbound = guardedOutbound(['127.0.0.1'], { resolveName: resolve, restMs: 50 })
/** Of an object only what it is: thousands of events are of contacts that were never made. */
const view: ViewItems = async (_, events) =>
  new Map(
    events.map(({ sequence, object }) => [sequence, { type: object.type, id: object.id, deleted: true }]),
  )
const deliverers = [1, 2].map(() => makeDeliverer(hooked, { outbound, patienceMs: PATIENCE_MS, view }))

async function begin(workspace: TestWorkspace): Promise<Schedule> {
  const actor = acting(hooked, workspace)
  const [policy, ordered, moves] = [pick(['intercom', 'durable'] as const), random() < 0.3, random() < 0.2]
  const schedule = await database.transaction(async tx => {
    const { id } = await registerApp(tx, actor, { name: 'Unruly', scopes: ['all'] })
    await changeWebhook(tx, actor, Number(id), {
      ...{
        webhook_url: `http://${moves ? 'moving' : 'still'}.test:${unruly.port}/${id}`,
        webhook_topics: [TOPIC],
      },
      ...{ webhook_policy: policy, webhook_ordered: ordered, webhook_concurrency: pick([1, 2, 10]) },
    })
    const live = new Set((await clientSecrets(tx, Number(id), secrets)).filter(each => each !== undefined))
    const manners = Array.from({ length: Math.floor(random() * 8) }, () => pick(ANY))
    return {
      workspace,
      app: Number(id),
      policy,
      ordered,
      manners,
      lasting: pick(LASTING),
      moves,
      live,
    }
  })
  schedules.set(`/${schedule.app}`, schedule)
  return schedule
}

/** What happens to a workspace's contacts; their ids say whose they are. */
let happenings = 0
async function happen(workspace: TestWorkspace): Promise<void> {
  await database.transaction(async tx => {
    for (let n = 0; n < EVENTS; n += 1) {
      happenings += 1
      const object = { type: 'contact', id: `${workspace.id}-${happenings % 3}` }
      await append(tx, acting(hooked, workspace), { topic: TOPIC, object })
    }
  })
}

/** A second secret is made live, or the first retired, while requests are under way. */
async function rotate({ workspace, app, live }: Schedule): Promise<void> {
  const of = { id: String(app), secrets }
  const act = random() < 0.5 ? rotateSecret : retireSecret
  const view = await database.transaction(tx => act(tx, acting(hooked, workspace), of)).catch(() => undefined)
  for (const secret of view?.client_secrets ?? []) live.add(secret)
}

/** A process that dies with what it has taken. */
const die = () =>
  database.unguarded.transaction(tx =>
    claim(
      tx,
      [...schedules.values()]
        .slice(-APPS)
        .map(({ app }) => ({ registration_id: app, room: 2, now: clock.now() })),
      { now: clock.now(), until: clock.now() + 20 },
    ),
  )

async function play(workspace: TestWorkspace): Promise<void> {
  const own: Schedule[] = []
  for (let n = 0; n < APPS; n += 1) own.push(await begin(workspace))
  await happen(workspace)
  await drainEvents(hooked)
  if (random() < 0.3) await die()
  // A minute, hours, days: what is due after each is delivered by two processes at once.
  for (const seconds of [0, 21, 61, 61, 900, 7200, 7200, 86_400, 86_400, 3 * 86_400, 3 * 86_400, 86_400]) {
    clock.advance(seconds)
    const delivering = Promise.all(deliverers.map(each => each.drain()))
    if (random() < 0.3) await rotate(pick(own))
    if (random() < 0.1) clock.advance(Math.floor(random() * 15))
    await delivering
  }
  // A receiver that asks for less with every answer is asked once in a while: all that waits for it takes its time to end.
  for (let rounds = 0; rounds < 50 && (await isWaiting(workspace)); rounds += 1) {
    clock.advance(3 * 3600)
    await Promise.all(deliverers.map(each => each.drain()))
  }
}

async function isWaiting({ id }: TestWorkspace): Promise<boolean> {
  const row = await database.read
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('workspace_id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return row !== undefined
}

test(`${SCHEDULES} schedules of unruly receivers break no law`, { timeout: 600_000 }, async () => {
  const workspaces: TestWorkspace[] = []
  for (let played = 0; played < SCHEDULES; played += APPS) {
    const workspace = await hooked.createWorkspace()
    workspaces.push(workspace)
    await play(workspace)
  }
  await delay(10)
  await check()
})

async function check(): Promise<void> {
  const read = database.unguarded.read
  const rows = await read.selectFrom('webhook_deliveries').selectAll().execute()
  const events = await read.selectFrom('event_log').selectAll().where('topic', '=', TOPIC).execute()
  const counted = Object.groupBy(rows, row => row.status)
  const manners = Object.entries(Object.groupBy(unruly.taken, each => each.manner)).map(
    ([manner, all]) => `${all.length} ${manner}`,
  )
  console.log(
    `seed ${SEED}: ${schedules.size} schedules, ${events.length} events, ${rows.length} deliveries (${counted.delivered?.length} delivered, ${counted.failed?.length} failed, ${counted.dropped?.length} dropped), ${unruly.taken.length} requests: ${manners.join(', ')}`,
  )
  expect(unruly.trespasses, 'nobody is sent where nobody may go').toBe(0)
  expect(counted.pending ?? [], 'everything comes to an end').toEqual([])
  expect(rows.length, 'each event is planned once for each app').toBe(schedules.size * EVENTS)
  const attempts = await read.selectFrom('webhook_attempts').selectAll().execute()
  const appOf = new Map(rows.map(row => [row.id, row.registration_id]))
  const tried = Map.groupBy(attempts, each => appOf.get(each.delivery_id) ?? 0)
  for (const own of tried.values()) checkGone(own)
  const taken = Map.groupBy(unruly.taken, each => each.path)
  for (const [path, schedule] of schedules) {
    const own = rows.filter(row => row.registration_id === schedule.app)
    checkReceiver(schedule, own, { taken: taken.get(path) ?? [], attempts: tried.get(schedule.app) ?? [] })
  }
}

interface Attempt {
  delivery_id: number
  status: number | null
  started_at_ms: number
}

/** Once a 410 was heard, nothing more is sent but what was under way. */
function checkGone(attempts: Attempt[]): void {
  const ended = Math.min(...attempts.filter(({ status }) => status === 410).map(each => each.started_at_ms))
  const late = attempts.filter(each => each.started_at_ms > ended + UNDER_WAY_MS)
  expect(late, 'who is gone is left alone').toEqual([])
}

/** How far the clock is moved at most while anything is under way. */
const UNDER_WAY_MS = 15_000

interface Row {
  id: number
  notification_id: string
  sequence: number | null
  status: string
  reason: string | null
  first_sent_at: number | null
  finished_at: number | null
}

function checkReceiver(
  schedule: Schedule,
  rows: Row[],
  { taken, attempts }: { taken: (typeof unruly.taken)[number][]; attempts: Attempt[] },
): void {
  const { workspace, app, policy } = schedule
  const at = `app ${app}`
  expect(new Set(rows.map(row => row.sequence)).size, at).toBe(EVENTS)
  expect(new Set(rows.map(row => row.notification_id)).size, at).toBe(EVENTS)
  const known = new Set(rows.map(row => row.notification_id))
  const told = Map.groupBy(taken, each => String(JSON.parse(each.raw).id))
  for (const { raw, hub, standard } of taken) {
    const body = JSON.parse(raw)
    expect(known.has(body.id), `${at} hears of its own events`).toBe(true)
    expect([body.app_id, body.data.item.id.split('-')[0]], `${at} hears of its own workspace`).toEqual([
      workspace.id,
      workspace.id,
    ])
    const signers = [...schedule.live].filter(secret => hub === `sha1=${hmac(secret, raw)}`)
    expect(signers, `${at} is signed for`).toHaveLength(1)
    expect(standard.startsWith('v1,')).toBe(true)
  }
  for (const row of rows) {
    const good = (told.get(row.notification_id) ?? []).some(({ manner }) => GOOD.has(manner))
    if (row.status === 'delivered') expect(good, `${at}: delivered is delivered`).toBe(true)
    const tries = attempts.filter(each => each.delivery_id === row.id && each.status !== 429)
    if (policy === 'intercom') expect(tries.length, `${at}: one retry`).toBeLessThanOrEqual(2)
    const patience = (row.finished_at ?? 0) - (row.first_sent_at ?? 0)
    const silenced = row.reason !== null && ['gone', 'disabled', 'suspended'].includes(row.reason)
    if (policy === 'durable' && row.status !== 'delivered' && !silenced)
      expect(patience, `${at}: three days of patience`).toBeGreaterThan(2.5 * 86_400)
  }
}

const hmac = (secret: string, raw: string) => createHmac('sha1', secret).update(raw).digest('hex')
