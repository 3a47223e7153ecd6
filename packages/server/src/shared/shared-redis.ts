import { Redis } from 'ioredis'
import type { Log } from '../log.ts'

/** A Redis that does not answer within this is away. */
const PATIENCE_MS = 500

const OPTIONS = {
  connectionName: 'guichet',
  // The connection goes with it: one that is open but silent would cost every request this patience.
  socketTimeout: PATIENCE_MS,
  connectTimeout: 2_000,
  // What cannot be asked now is not worth asking later: each process has its own to fall back on.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (attempts: number) => Math.min(attempts * 100, 2_000),
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
}

/**
 * The Redis through which the processes of one installation share what is not worth a row: counts, attempts, and what they tell
 * each other. Nothing in it is missed: while it is away each process does by itself, and nobody waits for it.
 */
export class SharedRedis {
  readonly #client: Redis
  readonly #hearing: Redis
  readonly #log: Log
  #wasUp: boolean | undefined
  #failures = 0

  constructor(url: string, log: Log) {
    this.#log = log
    this.#client = new Redis(url, OPTIONS)
    this.#hearing = new Redis(url, { ...OPTIONS, autoResubscribe: false })
    this.#client.on('ready', () => this.#note(true))
    this.#client.on('close', () => this.#note(false))
    for (const redis of [this.#client, this.#hearing]) redis.on('error', () => {})
  }

  get isUp(): boolean {
    return this.#client.status === 'ready'
  }

  /** How often something could not be asked. */
  get failures(): number {
    return this.#failures
  }

  /** Asks something; undefined where Redis is away or does not answer in time. */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    try {
      return await question(this.#client)
    } catch (error) {
      this.#failures += 1
      this.#log.debug({ err: error }, 'Redis did not answer')
      return undefined
    }
  }

  /** Hears every message on a channel, from now on and after every reconnection. */
  hear(channel: string, hearer: (message: string) => void): void {
    this.#hearing.on('message', (on, message) => on === channel && hearer(message))
    // Anew on every connection: a subscription that was cut off is not made up for.
    this.#hearing.on('ready', () => this.#hearing.subscribe(channel).catch(() => {}))
  }

  close(): void {
    this.#wasUp = false
    this.#client.disconnect()
    this.#hearing.disconnect()
  }

  #note(up: boolean): void {
    if (this.#wasUp === up) return
    this.#wasUp = up
    if (up) this.#log.info('Redis is there: processes share limits, retries and presence')
    else this.#log.warn('Redis is away: each process goes by itself until it is back')
  }
}
