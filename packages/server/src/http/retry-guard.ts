import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../domain/actor.ts'

/** How long the answer of an attempt that its caller did not get is kept for the retry. */
const WINDOW_MS = 60_000

/**
 * Keeps a POST that a client repeats after a timeout from writing twice. The first attempt goes on though its caller
 * hung up; a repetition with the same token, route and body gets that attempt's answer, marked `idempotent-replayed`.
 * An attempt whose answer was delivered is forgotten: the same body sent again is a new request.
 */
export class RetryGuard {
  readonly #pending = new LRUCache<string, Promise<string>>({ max: 10_000, ttl: WINDOW_MS })

  /** Runs `work`, or joins the attempt that this request repeats. */
  async once(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    work: () => Promise<string>,
  ): Promise<string> {
    if (request.method !== 'POST') return work()
    const key = fingerprint(request, actor)
    const earlier = this.#pending.get(key)
    if (earlier && this.#abandoned.has(earlier)) {
      reply.header('idempotent-replayed', 'true')
      this.#follow(key, earlier, reply)
      return earlier
    }
    return this.#attempt(key, reply, work)
  }

  readonly #abandoned = new WeakSet<Promise<string>>()

  #attempt(key: string, reply: FastifyReply, work: () => Promise<string>): Promise<string> {
    const attempt = work()
    this.#pending.set(key, attempt)
    // A failed attempt wrote nothing, so its repetition has to run.
    attempt.catch(() => this.#forget(key, attempt))
    // The caller may be gone already, and then no more is heard of it.
    if (reply.raw.destroyed) this.#abandoned.add(attempt)
    this.#follow(key, attempt, reply)
    return attempt
  }

  /** Sees whether the answer of an attempt gets to a caller. */
  #follow(key: string, attempt: Promise<string>, reply: FastifyReply): void {
    reply.raw.once('close', () =>
      reply.raw.writableFinished ? this.#forget(key, attempt) : this.#abandoned.add(attempt),
    )
  }

  #forget(key: string, attempt: Promise<string>): void {
    if (this.#pending.peek(key) === attempt) this.#pending.delete(key)
  }
}

function fingerprint(request: FastifyRequest, actor: Actor): string {
  return createHash('sha256')
    .update(
      `${request.headers.authorization ?? `session ${actor.session?.id}`}\n${actor.version}\n${request.method} ${request.url}\n`,
    )
    .update(JSON.stringify(request.body) ?? '')
    .digest('base64')
}
