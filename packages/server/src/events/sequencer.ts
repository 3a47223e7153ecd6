import { setTimeout as delay } from 'node:timers/promises'
import { type Candidate, standForLeader } from '../db/leadership.ts'
import type { Log } from '../log.ts'
import { type Sequencing, sequenceEvents } from './sequence-events.ts'
import { notifyInbox } from './sequencing.sql.ts'

/**
 * Sequences events in the one process of a database that leads, and tells that process from all others. A round that two
 * processes run at once is run one after the other: see `lockSequencing`.
 */
export class Sequencer {
  readonly #of: Sequencing & { log: Log }
  readonly #candidate: Candidate
  readonly #poll: NodeJS.Timeout
  #due = false
  #running: Promise<void> | undefined
  #telling: Promise<void> | undefined
  #closed = false

  constructor(of: Sequencing & { log: Log }) {
    this.#of = of
    this.#candidate = standForLeader(of.database.url, { lock: LEADER_LOCK, onElected: () => this.look() })
    this.#poll = setInterval(() => this.look(), POLL_MS).unref()
  }

  /** This process has committed an event. */
  appended(): void {
    if (this.#candidate.leads) this.look()
    else this.#telling ??= this.#tellLeader()
  }

  /** There may be something in the inbox: looks, where this process is the one to. */
  look(): void {
    if (this.#closed || !this.#candidate.leads) return
    this.#due = true
    this.#running ??= this.#run()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#poll)
    await this.#running
    await this.#telling
    await this.#candidate.close()
  }

  async #run(): Promise<void> {
    while (this.#due && !this.#closed) {
      this.#due = false
      const began = performance.now()
      const placed = await sequenceEvents(this.#of).catch((error: unknown) => {
        if (!this.#closed) this.#of.log.error({ err: error }, 'events could not be given their place')
      })
      if (this.#closed) break
      await delay(placed === undefined ? POLL_MS : restAfter(performance.now() - began, placed))
    }
    this.#running = undefined
  }

  /** Told in one go for all that commits meanwhile, and never by the transactions themselves: notifying takes turns. */
  async #tellLeader(): Promise<void> {
    await delay(REST_MS)
    this.#telling = undefined
    if (!this.#closed) await this.#of.database.unguarded.transaction(notifyInbox).catch(() => {})
  }
}

/**
 * What is appended meanwhile is sequenced in one go: a round costs a commit and a look at the inbox, so that there are the fewer of
 * them the longer they take and the more there is, for the writes that they share the processors with. In milliseconds.
 */
const restAfter = (took: number, placed: number): number =>
  Math.min(Math.max(4 * took, placed, REST_MS), MOST_REST_MS)

const REST_MS = 10

/** Who waits for an event waits for no longer than this and a round. */
const MOST_REST_MS = 60

/** Nothing depends on being told: what nobody tells of is found this much later. */
const POLL_MS = 1000

const LEADER_LOCK = 748_210_458
