import type { TopicName } from '@guichet/contract/topics.ts'
import type { Database } from '../../db/database.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { selectHearing } from './api-request.sql.ts'

/** A request that was answered. */
export interface CompletedRequest {
  id: string
  method: string
  /** Without its query, which may hold what nobody is to see. */
  path: string
  status: number
}

interface Recording {
  database: Database
  onError(error: unknown): void
}

const TOPIC: TopicName = 'api.request.completed'

/** What is not told of: the feed, or telling of it would never end, and what our own pages ask. */
const UNTOLD = /^\/(events_feed$|app\/|messenger\/)/

/**
 * Announces requests, where some app of the workspace hears of them: elsewhere a request costs a look into a set. They are not
 * part of any change, so they are written a moment later and many at a time; what a server had not written when it was killed is
 * not told.
 */
export class ApiRequests {
  readonly #of: Recording
  #hearing: ReadonlySet<string> = new Set()
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | undefined
  #pending: { actor: Actor; happening: Happening }[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(of: Recording) {
    this.#of = of
  }

  /** Some app has changed: asks again who hears of requests, and answers when that is known. */
  async refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    await this.#asking
  }

  completed(actor: Actor, { id, method, path, status }: CompletedRequest): void {
    if (performance.now() - this.#askedAt > FRESH_MS) void this.refresh()
    if (!this.#hearing.has(actor.workspace.id) || UNTOLD.test(path)) return
    const object = { type: 'api_request', id }
    this.#pending.push({ actor, happening: { topic: TOPIC, object, payload: { method, path, status } } })
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS)
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#asking
    this.#flush()
    await this.#writing
  }

  async #ask(): Promise<void> {
    this.#askedAt = performance.now()
    const found = await selectHearing(this.#of.database.unguarded.read, TOPIC).catch(this.#of.onError)
    if (found) this.#hearing = new Set(found)
  }

  #flush(): void {
    this.#timer = undefined
    const pending = this.#pending
    this.#pending = []
    this.#writing = this.#writing.then(() => this.#write(pending)).catch(this.#of.onError)
  }

  async #write(pending: { actor: Actor; happening: Happening }[]): Promise<void> {
    for (const together of Map.groupBy(pending, ({ actor }) => actor.workspace.id).values()) {
      await this.#of.database.transaction(async tx => {
        const byActor = Map.groupBy(together, ({ actor }) => `${actor.adminId} ${actor.appId} ${actor.now}`)
        for (const each of byActor.values())
          if (each[0]) await append(tx, each[0].actor, ...each.map(({ happening }) => happening))
      })
    }
  }
}

const GATHER_MS = 200
const FRESH_MS = 30_000
