import { errors, Problem } from '@guichet/contract/errors.ts'
import type { FastifyReply } from 'fastify'

/** Limits are given per minute and kept per window of ten seconds, as the API does. */
const WINDOW = 10

/** Counts the requests of each app in windows of ten seconds. */
export class RateLimiter {
  #window = 0
  #counts = new Map<string, number>()
  readonly #perMinute: number | undefined

  /** `perMinute` undefined switches the limit off. */
  constructor(perMinute: number | undefined) {
    this.#perMinute = perMinute
  }

  /** Counts one request of `key` at `now` (seconds), writes the headers, and refuses when the window is full. */
  take(key: string, now: number, reply: FastifyReply, perMinute = this.#perMinute): void {
    if (this.#perMinute === undefined || perMinute === undefined) return
    const limit = Math.ceil(perMinute / (60 / WINDOW))
    const window = Math.floor(now / WINDOW)
    if (window !== this.#window) {
      this.#window = window
      this.#counts.clear()
    }
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    const reset = (window + 1) * WINDOW
    reply.header('x-ratelimit-limit', limit)
    reply.header('x-ratelimit-remaining', Math.max(0, limit - count))
    reply.header('x-ratelimit-reset', reset)
    if (count > limit) throw exceeded(limit, reset - now)
  }
}

const exceeded = (limit: number, wait: number): Problem =>
  new Problem(errors.rateLimitExceeded, {
    message: `Exceeded rate limit of ${limit} in ${WINDOW}_seconds`,
    headers: { 'retry-after': String(wait) },
  })
