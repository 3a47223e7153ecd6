import pg from 'pg'
import { type Answer, type Statement, send } from './prepared-query.ts'

export interface PoolSizes {
  /** Shared connections that carry many reads at once. */
  readers: number
  /** Connections that carry one transaction at a time. */
  writers: number
}

export const defaultSizes: PoolSizes = { readers: 4, writers: 16 }

/**
 * How alike the letters of words must be for one to be found by the other (1: the same; pg_trgm's own default is 0.6): a letter
 * left out of a short word still finds it.
 */
const ALIKE = 0.45

const alike = `-c pg_trgm.word_similarity_threshold=${ALIKE}`

/** The exclusive lane. Its clients pipeline too, so that `begin` travels with the first statement. */
export function openWriters(
  connectionString: string,
  sizes: PoolSizes,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    pipeline: true,
    max: sizes.writers,
    application_name: 'guichet',
    options: alike,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    lock_timeout: 10_000,
  })
  pool.on('error', onError)
  // A connection in use that breaks tells its statements; without a listener its 'error' event would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** Connections that see the tables of `as_of` before those of now, opened when somebody asks for the past. */
export function openPast(
  connectionString: string,
  sizes: PoolSizes,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    pipeline: true,
    max: sizes.readers,
    application_name: 'guichet as of',
    options: PAST,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
  })
  pool.on('error', onError)
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

const PAST =
  '-c search_path=as_of,public -c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read'

/** The shared lane: a few pipelined connections, each read going to the least busy. They refuse to write. */
export class Readers {
  readonly #connectionString: string
  readonly #onError: (error: Error) => void
  readonly #slots: Slot[]
  #closed = false

  constructor(connectionString: string, sizes: PoolSizes, onError: (error: Error) => void) {
    this.#connectionString = connectionString
    this.#onError = onError
    this.#slots = Array.from({ length: sizes.readers }, () => ({ busy: 0, client: undefined }))
  }

  async query(statement: Statement, values: readonly unknown[]): Promise<Answer> {
    if (this.#closed) throw new Error('The database is closed')
    const slot = this.#slots.reduce((least, each) => (each.busy < least.busy ? each : least))
    slot.busy += 1
    try {
      slot.client ??= this.#connect(slot)
      return await send(await slot.client, statement, values)
    } finally {
      slot.busy -= 1
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const clients = await Promise.allSettled(this.#slots.map(slot => slot.client))
    await Promise.all(clients.map(each => (each.status === 'fulfilled' ? each.value?.end() : undefined)))
  }

  /** A connection that fails gives up its slot, so the next read connects anew. */
  async #connect(slot: Slot): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      pipeline: true,
      application_name: 'guichet reads',
      options: `-c default_transaction_read_only=on ${alike}`,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
    })
    const giveUp = (): void => {
      slot.client = undefined
    }
    client.on('error', error => {
      giveUp()
      this.#onError(error)
    })
    client.on('end', giveUp)
    try {
      await client.connect()
      return client
    } catch (error) {
      giveUp()
      throw error
    }
  }
}

interface Slot {
  busy: number
  client: Promise<pg.Client> | undefined
}
