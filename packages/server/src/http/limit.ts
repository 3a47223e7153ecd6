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

/** Counts the requests of each caller, and of the apps of each workspace, in windows of ten seconds. */
export class RateLimiter {
  #window = 0
  #counts = new Map<string, number>()
  readonly #perMinute: number | undefined

  /** `perMinute` undefined switches the limit off. */
  constructor(perMinute: number | undefined) {
    this.#perMinute = perMinute
  }

  /** Counts one request at `now` (seconds), writes the caller's headers, and refuses when a window is full. */
  take({ key, workspaceId, perMinute }: Caller, now: number, reply: FastifyReply): void {
    if (this.#perMinute === undefined) return
    this.#openWindow(Math.floor(now / WINDOW))
    const limit = perWindow(perMinute ?? this.#perMinute)
    const count = this.#count(key)
    const reset = (this.#window + 1) * WINDOW
    reply.header('x-ratelimit-limit', limit)
    reply.header('x-ratelimit-remaining', Math.max(0, limit - count))
    reply.header('x-ratelimit-reset', reset)
    if (count > limit) throw exceeded(limit, reset - now)
    if (workspaceId === undefined) return
    const shared = perWindow(Math.max(this.#perMinute, perMinute ?? 0) * WORKSPACE_SHARE)
    if (this.#count(workspaceId) > shared) throw exceeded(shared, reset - now)
  }

  #openWindow(window: number): void {
    if (window === this.#window) return
    this.#window = window
    this.#counts.clear()
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count
  }
}

const perWindow = (perMinute: number): number => Math.ceil(perMinute / (60 / WINDOW))

const exceeded = (limit: number, wait: number): Problem =>
  new Problem(errors.rateLimitExceeded, {
    message: `Exceeded rate limit of ${limit} in ${WINDOW}_seconds`,
    headers: { 'retry-after': String(wait) },
  })
