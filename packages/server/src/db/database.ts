import { setTimeout as delay } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import pg from 'pg'
import { type CommitMark, marksOf } from './commit-marks.ts'
import { readLane, writeLane } from './lanes.ts'
import { defaultSizes, openPast, openWriters, type PoolSizes, Readers } from './pool.ts'
import type { DB } from './schema.d.ts'
import { type OnStatement, Statements } from './statements.ts'

export type Db = Kysely<DB>
/** What domain functions take: a transaction, or the read lane where nothing is written. */
export type Tx = Kysely<DB>

export interface Database {
  url: string
  /** Single reads over shared, pipelined connections. It refuses to write. */
  read: Db
  /**
   * Runs `work` in a transaction and answers with its result once it is durable. It is run again when it lost against another
   * transaction, so it must have no effects outside of `tx`. `now` is the moment its writes are kept under, and `doer` who is said to
   * have made them where tables tell of themselves.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, now?: number, doer?: Doer): Promise<T>
  /** Runs reads that see the rows as they were at a moment, all in one state. It refuses to write. See docs/as-of.md. */
  asOf<T>(moment: number, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Both lanes without the tenant guard, for the few jobs that span workspaces: the relay, the sweepers. */
  unguarded: Lanes
  close(): Promise<void>
}

/** Whoever changes something: 0 for nobody. */
export interface Doer {
  adminId: number
  appId: number
}

/** The two ways in: reads, and transactions. */
export interface Lanes {
  read: Db
  transaction<T>(work: (tx: Tx) => Promise<T>, now?: number, doer?: Doer): Promise<T>
}

export interface DatabaseOptions {
  sizes?: Partial<PoolSizes>
  /** Told of connections that broke while nobody was using them. */
  onError?: (error: Error) => void
  /** Told of every statement: the bench asks what a request is made of. */
  onStatement?: OnStatement | undefined
  /** Told of each mark of a transaction once it is committed. */
  onCommitted?: (mark: CommitMark) => void
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const sizes = { ...defaultSizes, ...options.sizes }
  const { onStatement, onError = () => {}, onCommitted = () => {} } = options
  const readers = new Readers(url, sizes, onError)
  const writers = openWriters(url, sizes, onError)
  const open = (statements: Statements) => openLanes(readers, writers, { statements, onCommitted })
  const guarded = open(new Statements({ prefix: 'g', guarded: true, onStatement }))
  const unguarded = open(new Statements({ prefix: 'u', guarded: false, onStatement }))
  const past = openPast(url, sizes, onError)
  const then = writeLane(past, new Statements({ prefix: 'p', guarded: true, onStatement }))
  return {
    url,
    ...guarded,
    unguarded,
    asOf: (moment, work) => then(tx => under(tx, { setting: AS_OF, values: [String(moment)] }, work)),
    async close() {
      await Promise.all([readers.close(), writers.end(), past.end()])
    },
  }
}

function openLanes(
  readers: Readers,
  writers: pg.Pool,
  { statements, onCommitted }: { statements: Statements; onCommitted: (mark: CommitMark) => void },
): Lanes {
  const run = writeLane(writers, statements)
  const attempt = async <T>(work: (tx: Tx) => Promise<T>, told: Told | undefined): Promise<T> => {
    let marks: Iterable<CommitMark> = []
    const result = await run(async tx => {
      const worked = await (told === undefined ? work(tx) : under(tx, told, work))
      marks = marksOf(tx)
      return worked
    })
    for (const mark of marks) onCommitted(mark)
    return result
  }
  return {
    read: readLane(readers, statements),
    transaction: (work, now, doer) => {
      const told = now === undefined ? undefined : { setting: NOW, values: [String(now), textOf(doer)] }
      return retried(() => attempt(work, told))
    },
  }
}

/** What a transaction is told. */
interface Told {
  setting: string
  values: string[]
}

/** Set for the length of a transaction: when its writes happen and who makes them, and which moment its reads are about. */
const NOW = "select set_config('guichet.now', $1, true), set_config('guichet.actor', $2, true)"
const AS_OF = "select set_config('guichet.as_of', $1, true)"

const textOf = (doer: Doer | undefined): string =>
  doer === undefined ? '' : `{"admin_id": ${doer.adminId}, "app_id": ${doer.appId}}`

/** Not waited for, so that it travels with the first statement of the work. */
async function under<T>(tx: Tx, { setting, values }: Told, work: (tx: Tx) => Promise<T>): Promise<T> {
  const told = tx.executeQuery(CompiledQuery.raw(setting, values))
  const [result] = await Promise.all([work(tx), told])
  return result
}

const mostAttempts = 5

/** Serialization failures and deadlocks: the other transaction went through, so trying again helps. */
const worthRetrying = new Set(['40001', '40P01'])

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined
      if (tries === mostAttempts || !code || !worthRetrying.has(code)) throw error
      await delay(Math.random() * 10 * 2 ** tries)
    }
  }
}
