import { createHash, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../domain/actor.ts'

/** How long the answer of an attempt that its caller did not get is kept for the retry. */
const WINDOW_MS = 60_000

/** An answer that did not reach its caller. */
export interface Kept {
  attempt: string
  answer: string
}

/** Attempts whose callers are gone, as all processes see them. A request is its fingerprint. */
export interface Attempts {
  readonly isUp: boolean
  /** The answer that a request's earlier attempt has, or comes to have; undefined where there is none to wait for. */
  find(request: Buffer): Promise<Kept | undefined>
  /** The caller of an attempt that is under way is gone. Whether the others know. */
  abandon(request: Buffer, attempt: string): Promise<boolean>
  /** What was abandoned has its answer. Whether the others know. */
  settle(request: Buffer, attempt: string, answer: string): Promise<boolean>
  /** What was abandoned failed, or its answer has reached a caller after all. */
  forget(request: Buffer, attempt: string): void
}

/**
 * Keeps a POST that a client repeats after a timeout from writing twice. The first attempt goes on though its caller
 * hung up; a repetition with the same token, route and body gets that attempt's answer, marked `idempotent-replayed`,
 * whichever process it comes to. An attempt whose answer was delivered is forgotten: the same body sent again is a new request.
 */
export class RetryGuard {
  readonly #pending = new LRUCache<string, Attempt>({ max: 10_000, ttl: WINDOW_MS })
  readonly #shared: Attempts | undefined

  constructor(shared?: Attempts) {
    this.#shared = shared
  }

  /** Runs `work`, or joins the attempt that this request repeats. */
  async once(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    work: () => Promise<string>,
  ): Promise<string> {
    if (request.method !== 'POST') return work()
    const print = fingerprint(request, actor)
    if (this.#shared?.isUp) {
      const kept = await this.#shared.find(print)
      if (kept) return this.#replay(print, kept, reply)
    }
    const earlier = this.#pending.get(print.toString('base64'))
    // What all know of and nobody keeps any more has been answered by another.
    const isAnswered = earlier?.isShared && this.#shared?.isUp
    if (!earlier?.isAbandoned || isAnswered) return this.#attempt(print, reply, work)
    reply.header('idempotent-replayed', 'true')
    this.#follow(print, earlier, reply)
    return earlier.answer
  }

  /** Gives an answer that another process may have made. It is kept on until it has got to a caller. */
  #replay(print: Buffer, { attempt, answer }: Kept, reply: FastifyReply): string {
    reply.header('idempotent-replayed', 'true')
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) this.#shared?.forget(print, attempt)
    })
    return answer
  }

  #attempt(print: Buffer, reply: FastifyReply, work: () => Promise<string>): Promise<string> {
    const attempt = new Attempt(work())
    this.#pending.set(print.toString('base64'), attempt)
    // A failed attempt wrote nothing, so its repetition has to run.
    attempt.answer.catch(() => this.#forget(print, attempt))
    // The caller may be gone already, and then no more is heard of it.
    if (reply.raw.destroyed) this.#abandon(print, attempt)
    this.#follow(print, attempt, reply)
    return attempt.answer
  }

  /** Sees whether the answer of an attempt gets to a caller. */
  #follow(print: Buffer, attempt: Attempt, reply: FastifyReply): void {
    reply.raw.once('close', () =>
      reply.raw.writableFinished ? this.#forget(print, attempt) : this.#abandon(print, attempt),
    )
  }

  #abandon(print: Buffer, attempt: Attempt): void {
    if (attempt.isAbandoned) return
    attempt.isAbandoned = true
    const shared = this.#shared
    if (!shared) return
    const note = (isShared: boolean) => {
      attempt.isShared = isShared
    }
    void shared.abandon(print, attempt.id).then(note)
    attempt.answer.then(
      answer => shared.settle(print, attempt.id, answer).then(note),
      () => shared.forget(print, attempt.id),
    )
  }

  #forget(print: Buffer, attempt: Attempt): void {
    const key = print.toString('base64')
    if (this.#pending.peek(key) === attempt) this.#pending.delete(key)
    if (attempt.isAbandoned) this.#shared?.forget(print, attempt.id)
  }
}

class Attempt {
  readonly id = randomUUID()
  readonly answer: Promise<string>
  isAbandoned = false
  /** Whether the other processes know of it, so that one of them may have answered with it already. */
  isShared = false

  constructor(answer: Promise<string>) {
    this.answer = answer
  }
}

function fingerprint(request: FastifyRequest, actor: Actor): Buffer {
  return createHash('sha256')
    .update(
      `${request.headers.authorization ?? `session ${actor.session?.id}`}\n${actor.version}\n${request.method} ${request.url}\n`,
    )
    .update(JSON.stringify(request.body) ?? '')
    .digest()
}
