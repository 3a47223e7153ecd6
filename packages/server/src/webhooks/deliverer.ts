import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Outbound } from '../egress/outbound.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import {
  type Claimed,
  claim,
  dropWaiting,
  type Room,
  release,
  selectWaiting,
  type Waiting,
} from './claim.sql.ts'
import { Endpoint, type Job } from './endpoint.ts'
import { Items, itemKey, type RenderItem, type ViewItems } from './items.ts'
import { Keys } from './keys.ts'
import { isHeld, silence } from './outcome.ts'
import { POLICIES } from './policy.ts'
import { post, type Sent } from './post.ts'
import { standingOf } from './settle.sql.ts'
import { settleAll } from './settle.ts'

export interface Delivering {
  database: Database
  outbound: Outbound
  secrets: SecretBox
  clock: Clock
  log: Log
  /** What events are told as, and how that reads at a version. */
  view: ViewItems
  render: RenderItem
  /** How long a receiver may take to answer; 5 seconds unless said. */
  patienceMs?: number
}

/** How long others keep off what this process has taken, in seconds: longer than anything waits here. */
const LEASE = 20
/** The most requests under way, of which those to slow endpoints get half, in equal shares. */
const MOST_UNDER_WAY = 512
const FOR_SLOW = MOST_UNDER_WAY / 2
/** How long what was taken waits here for an endpoint that has become slow. */
const PATIENCE_MS = 5000
const LOOK_MS = 1000
/** How long results are gathered before they are written down together. */
const GATHER_MS = 5

/**
 * Makes the deliveries that are due, of all workspaces, beside other processes that do the same. What is taken is leased for a
 * while, so that what a process leaves behind when it dies is taken again: everything is told at least once.
 */
export class Deliverer {
  readonly #on: Delivering
  readonly #items: Items
  readonly #keys: Keys
  readonly #endpoints = new Map<number, Endpoint>()
  #timer: NodeJS.Timeout | undefined
  #underWay = 0
  #results: { endpoint: Endpoint; sent: Sent }[] = []
  #due = false
  #looking: Promise<void> | undefined
  #settling: Promise<void> | undefined
  #closed = false

  constructor(on: Delivering) {
    this.#on = on
    this.#items = new Items(on)
    this.#keys = new Keys(on)
  }

  /** Looks by itself from now on for what has become due. */
  start(): this {
    this.#timer = setInterval(() => this.wake(), LOOK_MS).unref()
    this.wake()
    return this
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#closed) return
    this.#due = true
    this.#looking ??= this.#lookOften()
  }

  /** Delivers until nothing is due by the clock as it stands. */
  async drain(): Promise<void> {
    this.wake()
    await this.#quiet()
  }

  /** Takes nothing more, gives back what has not been sent, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#looking
    const held = [...this.#endpoints.values()].flatMap(endpoint => endpoint.queue.splice(0))
    await this.#giveBack(held)
    await this.#quiet()
  }

  /** Waits until nothing is under way. */
  async #quiet(): Promise<void> {
    while (this.#looking || this.#settling || this.#underWay > 0) {
      await (this.#looking ?? this.#settling ?? new Promise(resolve => setTimeout(resolve, 1)))
    }
  }

  async #lookOften(): Promise<void> {
    while (this.#due && !this.#closed) {
      this.#due = false
      await this.#look().catch((error: unknown) => {
        if (!this.#closed) this.#on.log.error({ err: error }, 'webhooks could not be looked for')
      })
    }
    this.#looking = undefined
  }

  async #look(): Promise<void> {
    const { database, clock } = this.#on
    const now = seconds(clock)
    const rooms: Room[] = []
    for (const row of await selectWaiting(database.unguarded.read, now)) {
      const room = await this.#roomFor(row, now)
      const { ahead } = this.#endpoint(row.id).settings
      if (room > 0) rooms.push({ registration_id: row.id, room, now: now + ahead })
    }
    await this.#letGo(now)
    if (rooms.length === 0) return
    const lease = { now, until: now + LEASE }
    const claimed = await database.unguarded.transaction(tx => claim(tx, rooms, lease))
    if (claimed.length > 0) await this.#accept(claimed, now)
  }

  /** How many deliveries can be taken for an endpoint. What waits for one that is not sent to is dropped. */
  async #roomFor(row: Waiting, world: number): Promise<number> {
    const endpoint = this.#endpoint(row.id)
    const now = row.now ?? world
    endpoint.standing = standingOf(row)
    const reason = row.webhook_url === null ? 'removed' : silence(endpoint.standing, now)
    if (row.webhook_url === null || reason !== undefined) {
      const of = { registrationId: row.id, reason: reason ?? 'removed', now, leaseNow: world }
      await this.#on.database.unguarded.transaction(tx => dropWaiting(tx, of))
      return 0
    }
    endpoint.settings = {
      url: row.webhook_url,
      policy: row.webhook_policy === 'durable' ? POLICIES.durable : POLICIES.intercom,
      concurrency: row.webhook_concurrency ?? 1,
      secrets: await this.#keys.of(row),
      ahead: now - world,
    }
    return isHeld(endpoint.standing, now) ? 0 : endpoint.room(performance.now())
  }

  async #accept(claimed: Claimed[], now: number): Promise<void> {
    const takenAt = performance.now()
    const items = await this.#items.of(claimed, now)
    for (const delivery of claimed) {
      const key = itemKey(delivery)
      const endpoint = this.#endpoint(delivery.registration_id)
      endpoint.queue.push({ delivery, item: key === undefined ? '' : items.get(key), takenAt })
    }
    for (const id of new Set(claimed.map(each => each.registration_id))) this.#pump(this.#endpoint(id))
  }

  #endpoint(id: number): Endpoint {
    const endpoint = this.#endpoints.get(id) ?? new Endpoint(id)
    this.#endpoints.set(id, endpoint)
    return endpoint
  }

  /** Sends what waits here for an endpoint, as far as it and all together may have under way. */
  #pump(endpoint: Endpoint): void {
    while (endpoint.queue.length > 0 && this.#mayBegin(endpoint)) {
      const job = endpoint.queue.shift()
      if (job) this.#send(endpoint, job)
    }
  }

  #mayBegin(endpoint: Endpoint): boolean {
    if (this.#closed || endpoint.underWay >= endpoint.settings.concurrency) return false
    if (isHeld(endpoint.standing, seconds(this.#on.clock) + endpoint.settings.ahead)) return false
    const now = performance.now()
    if (!endpoint.isSlow(now)) return this.#underWay < MOST_UNDER_WAY
    const slow = [...this.#endpoints.values()].filter(each => !each.isIdle && each.isSlow(now)).length
    return endpoint.underWay < Math.max(1, Math.floor(FOR_SLOW / Math.max(1, slow)))
  }

  #send(endpoint: Endpoint, { delivery, item }: Job): void {
    const end = endpoint.begin(performance.now())
    this.#underWay += 1
    post(this.#on, endpoint.settings, delivery, item).then(sent => {
      end(performance.now())
      this.#underWay -= 1
      this.#results.push({ endpoint, sent })
      this.#settling ??= this.#settleOften()
      this.#pump(endpoint)
    })
  }

  async #settleOften(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, GATHER_MS))
    while (this.#results.length > 0) {
      const results = this.#results.splice(0)
      await settleAll(this.#on, results).catch((error: unknown) =>
        // What could not be written down is told again when its lease is over.
        this.#on.log.error({ err: error }, 'what came of webhooks could not be written down'),
      )
      for (const { endpoint } of results) endpoint.settled(1)
    }
    this.#settling = undefined
    this.wake()
  }

  /** Sends what there was no room for, and gives back what waits for too long or in vain: it would outlive its lease. */
  async #letGo(now: number): Promise<void> {
    const held: Job[] = []
    for (const endpoint of this.#endpoints.values()) {
      if (endpoint.queue.length === 0) continue
      const patience = isHeld(endpoint.standing, now + endpoint.settings.ahead) ? 0 : PATIENCE_MS
      held.push(...endpoint.takeBack(performance.now() - patience))
      this.#pump(endpoint)
    }
    await this.#giveBack(held)
  }

  async #giveBack(held: Job[]): Promise<void> {
    if (held.length === 0) return
    const { database } = this.#on
    await database.unguarded.transaction(tx =>
      release(
        tx,
        held.map(({ delivery }) => delivery),
      ),
    )
  }
}
