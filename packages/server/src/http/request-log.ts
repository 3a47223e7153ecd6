import type { Operation } from '@guichet/contract/operation.ts'
import type { Version } from '@guichet/contract/version.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { insertRequests, type RequestEntry } from '../domain/request-log/index.ts'
import type { Log } from '../log.ts'

/** Whose token a request came with. */
export interface Caller {
  workspaceId: string
  appId: number
  version: Version
  /** Seconds that the clock of their workspace is ahead of the world's. */
  ahead: number
}

const callers = new WeakMap<object, Caller>()
const codes = new WeakMap<object, string>()

/** Tells whose request it is as soon as that is known: what is refused after that is theirs to see. */
export function noteCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller)
}

/** Tells how far the clock of the caller's workspace is ahead. */
export function noteAhead(request: FastifyRequest, seconds: number): void {
  const caller = seconds === 0 ? undefined : callers.get(request)
  if (caller) caller.ahead = seconds
}

/** Tells with which code a request was refused. */
export function noteRefusal(request: FastifyRequest, code: string): void {
  codes.set(request, code)
}

const LONGEST_CLIENT = 200

/** So many are written at once, without waiting for the second to be over. */
const BATCH = 2000

/** More than these do not wait: the database does not keep up, and memory is not the place to keep a log. */
const MOST_WAITING = 50_000

/**
 * The log of what clients ask. A request costs it one object in a list; the list is written every second, in one
 * statement. A process that is killed loses what waits, which is at most that second.
 */
export class RequestLog {
  readonly #database: Database
  readonly #clock: Clock
  readonly #log: Log
  #waiting: RequestEntry[] = []
  #lost = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(of: { database: Database; clock: Clock; log: Log }) {
    this.#database = of.database
    this.#clock = of.clock
    this.#log = of.log
  }

  /** Notes a request that was answered, where it came with a token. */
  note(request: FastifyRequest, reply: FastifyReply, { method, path }: Operation): void {
    const caller = callers.get(request)
    if (!caller) return
    if (this.#waiting.length >= MOST_WAITING) {
      this.#lost += 1
      return
    }
    this.#waiting.push({
      ...{ workspaceId: caller.workspaceId, appId: caller.appId, version: caller.version, method, path },
      ...{ atMs: this.#clock.ms() + caller.ahead * 1000, requestId: request.id, status: reply.statusCode },
      durationUs: Math.round(reply.elapsedTime * 1000),
      errorCode: codes.get(request) ?? null,
      client: request.headers['user-agent']?.slice(0, LONGEST_CLIENT) ?? null,
    })
    if (this.#waiting.length === BATCH) void this.write()
  }

  /** Writes down all that waits. What cannot be written is told and lost: the log never holds up what it is of. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeWaiting())
    return this.#writing
  }

  async #writeWaiting(): Promise<void> {
    const entries = this.#waiting
    this.#waiting = []
    const lost = this.#lost
    this.#lost = 0
    if (lost > 0)
      this.#log.warn({ requests: lost }, 'requests were not logged: the database does not keep up')
    try {
      for (let at = 0; at < entries.length; at += BATCH) {
        const some = entries.slice(at, at + BATCH)
        await this.#database.unguarded.transaction(tx => insertRequests(tx, some))
      }
    } catch (error) {
      this.#log.warn({ err: error, requests: entries.length }, 'requests could not be logged')
    }
  }
}
