import type { Claimed } from './claim.sql.ts'
import { isSound, SOUND, type Standing } from './outcome.ts'
import { POLICIES, type Policy } from './policy.ts'

/** A delivery that was taken, with what it says happened. */
export interface Job {
  delivery: Claimed
  /** JSON; undefined where there is nothing left to tell. */
  item: string | undefined
  /** When it was taken, in milliseconds. */
  takenAt: number
}

/** What is known of where an app is told. */
export interface Settings {
  url: string
  policy: Policy
  concurrency: number
  secrets: string[]
  /** How far the clock of the workspace that owns the app is ahead of the world's, in seconds: a sandbox has its own. */
  ahead: number
}

/** Answers faster than this are fast, as Intercom has it. */
const FAST_MS = 500
/** How many deliveries are taken ahead of what is under way, as a multiple of it, where answers are fast. */
const AHEAD = 10

/** One endpoint as this process sees it: what waits here for it, what is under way, and how fast it answers. */
export class Endpoint {
  readonly id: number
  settings: Settings = { url: '', policy: POLICIES.intercom, concurrency: 1, secrets: [], ahead: 0 }
  standing: Standing = SOUND
  queue: Job[] = []
  readonly #underWay = new Set<{ since: number }>()
  #unsettled = 0
  #averageMs = 0

  constructor(id: number) {
    this.id = id
  }

  get underWay(): number {
    return this.#underWay.size
  }

  /** Whether it has answered slowly or badly of late, or lets us wait for an answer now. */
  isSlow(now: number): boolean {
    const [oldest] = this.#underWay
    return this.#averageMs > FAST_MS || now - (oldest?.since ?? now) > FAST_MS || !isSound(this.standing)
  }

  /** How many deliveries may be taken for it. A slow one gets nothing ahead: others could do it sooner. */
  room(now: number): number {
    const most = this.isSlow(now) ? this.settings.concurrency : this.settings.concurrency * (1 + AHEAD)
    return Math.max(0, most - this.queue.length - this.#underWay.size - this.#unsettled)
  }

  /** A request leaves; the result is told when it ends, with what it took. Times are milliseconds. */
  begin(now: number): (ended: number) => void {
    const request = { since: now }
    this.#underWay.add(request)
    return ended => {
      this.#underWay.delete(request)
      this.#averageMs = this.#averageMs * 0.8 + (ended - now) * 0.2
      this.#unsettled += 1
    }
  }

  settled(count: number): void {
    this.#unsettled -= count
  }

  /** Takes back what waits here since before a moment. */
  takeBack(before: number): Job[] {
    const [late, kept] = [
      this.queue.filter(job => job.takenAt < before),
      this.queue.filter(job => job.takenAt >= before),
    ]
    this.queue = kept
    return late
  }

  get isIdle(): boolean {
    return this.queue.length === 0 && this.#underWay.size === 0 && this.#unsettled === 0
  }
}
