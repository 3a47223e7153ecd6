import { errors, Problem } from '@guichet/contract/errors.ts'
import type { FastifyReply } from 'fastify'

/** Limits are given per minute and kept per window of ten seconds, as the API does. */
const WINDOW = 10

/** All apps of a workspace together may make two and a half times what one may: 25,000 a minute where one has 10,000. */
const WORKSPACE_SHARE = 2.5

/** Whose request it is: of an app, of a session, or of an address. */
export interface Caller {
  key: string
  /** The workspace of an app, whose apps have a limit together. */
  workspaceId?: string
  /** Requests per minute, where this one has a limit of its own. */
  perMinute?: number | undefined
}

/** Something that is counted in each window, up to a limit. */
export interface Bucket {
  key: string
  limit: number
}

/** Where requests are counted: in this process, or for all of them together. */
export interface Counts {
  /** Counts one request in each bucket in turn, until one is over its limit, and answers the counts of those. */
  count(window: number, buckets: Bucket[]): number[] | Promise<number[]>
}

/** Counts the requests of each caller, and of the apps of each workspace, in windows of ten seconds. */
export class RateLimiter {
  readonly #perMinute: number | undefined
  readonly #counts: Counts

  /** `perMinute` undefined switches the limit off. */
  constructor(perMinute: number | undefined, counts: Counts = new LocalCounts()) {
    this.#perMinute = perMinute
    this.#counts = counts
  }

  /**
   * Counts one request at `now` (seconds), writes the caller's headers, and refuses when a window is full. There is something to
   * wait for only where processes count together.
   */
  take(caller: Caller, now: number, reply: FastifyReply): Promise<void> | undefined {
    if (this.#perMinute === undefined) return undefined
    const window = Math.floor(now / WINDOW)
    const buckets = bucketsOf(caller, this.#perMinute)
    const reset = (window + 1) * WINDOW
    const counts = this.#counts.count(window, buckets)
    if (counts instanceof Promise) return counts.then(each => judge(buckets, each, { now, reset, reply }))
    judge(buckets, counts, { now, reset, reply })
    return undefined
  }
}

/** The counts of the window that is open. */
export class LocalCounts implements Counts {
  #window = 0
  readonly #counts = new Map<string, number>()

  count(window: number, buckets: Bucket[]): number[] {
    if (window !== this.#window) this.#counts.clear()
    this.#window = window
    const counts: number[] = []
    for (const { key, limit } of buckets) {
      const count = (this.#counts.get(key) ?? 0) + 1
      this.#counts.set(key, count)
      counts.push(count)
      if (count > limit) break
    }
    return counts
  }
}

function bucketsOf({ key, workspaceId, perMinute }: Caller, usual: number): Bucket[] {
  const own = { key, limit: perWindow(perMinute ?? usual) }
  if (workspaceId === undefined) return [own]
  return [own, { key: workspaceId, limit: perWindow(Math.max(usual, perMinute ?? 0) * WORKSPACE_SHARE) }]
}

function judge(
  buckets: Bucket[],
  counts: number[],
  { now, reset, reply }: { now: number; reset: number; reply: FastifyReply },
): void {
  const [{ limit } = { limit: 0 }] = buckets
  reply.header('x-ratelimit-limit', limit)
  reply.header('x-ratelimit-remaining', Math.max(0, limit - (counts[0] ?? 0)))
  reply.header('x-ratelimit-reset', reset)
  const full = buckets.find(({ limit: most }, at) => (counts[at] ?? 0) > most)
  if (full) throw exceeded(full.limit, reset - now)
}

const perWindow = (perMinute: number): number => Math.ceil(perMinute / (60 / WINDOW))

const exceeded = (limit: number, wait: number): Problem =>
  new Problem(errors.rateLimitExceeded, {
    message: `Exceeded rate limit of ${limit} in ${WINDOW}_seconds`,
    headers: { 'retry-after': String(wait) },
  })
