import type { Operation } from '@guichet/contract/operation.ts'
import type { Version } from '@guichet/contract/version.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { insertRequests, RequestBatch } from '../domain/request-log/index.ts'
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
 * The log of what clients ask. A request costs it a few values in lists; what waits is written every second, a batch in one
 * statement. A process that is killed loses what waits, which is at most that second.
 */
export class RequestLog {
  readonly #database: Database
  readonly #clock: Clock
  readonly #log: Log
  readonly #keeps: boolean
  #waiting: RequestBatch[] = []
  #lost = 0
  #writing: Promise<void> = Promise.resolve()

  /** Where nothing is kept, nothing is noted. */
  constructor(of: { database: Database; clock: Clock; log: Log; keeps: boolean }) {
    this.#database = of.database
    this.#clock = of.clock
    this.#log = of.log
    this.#keeps = of.keeps
  }

  /** Notes a request that was answered, where it came with a token. */
  note(request: FastifyRequest, reply: FastifyReply, { method, path }: Operation): void {
    const caller = this.#keeps ? callers.get(request) : undefined
    if (!caller) return
    const batch = this.#open()
    if (!batch) {
      this.#lost += 1
      return
    }
    batch.add(
      {
        ...{ workspace_id: caller.workspaceId, app_id: caller.appId, version: caller.version, method, path },
        ...{ status: reply.statusCode, error_code: codes.get(request) ?? null },
        client: request.headers['user-agent']?.slice(0, LONGEST_CLIENT) ?? null,
      },
      {
        atMs: this.#clock.ms() + caller.ahead * 1000,
        requestId: request.id,
        durationUs: Math.round(reply.elapsedTime * 1000),
      },
    )
    if (batch.size === BATCH) void this.write()
  }

  /** The batch that is being filled; none where as many wait as may. */
  #open(): RequestBatch | undefined {
    const last = this.#waiting.at(-1)
    if (last && last.size < BATCH) return last
    if (this.#waiting.length >= MOST_WAITING / BATCH) return undefined
    const next = new RequestBatch()
    this.#waiting.push(next)
    return next
  }

  /** Writes down all that waits. What cannot be written is told and lost: the log never holds up what it is of. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeWaiting())
    return this.#writing
  }

  async #writeWaiting(): Promise<void> {
    const batches = this.#waiting
    this.#waiting = []
    const lost = this.#lost
    this.#lost = 0
    if (lost > 0)
      this.#log.warn({ requests: lost }, 'requests were not logged: the database does not keep up')
    try {
      for (const batch of batches) await this.#database.unguarded.transaction(tx => insertRequests(tx, batch))
    } catch (error) {
      const requests = batches.reduce((sum, { size }) => sum + size, 0)
      this.#log.warn({ err: error, requests }, 'requests could not be logged')
    }
  }
}
