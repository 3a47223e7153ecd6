import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import type { Readers } from './pool.ts'
import type { Statements } from './statements.ts'

/** A Kysely dialect that spreads single statements over the shared, pipelined connections. */
export const readDialect = (readers: Readers, statements: Statements): Dialect =>
  dialect(new ReadDriver(readers, statements))

/** A Kysely dialect that gives each transaction a connection of its own. */
export const writeDialect = (pool: pg.Pool, statements: Statements): Dialect =>
  dialect(new WriteDriver(pool, statements))

const dialect = (driver: Driver): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver,
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

type Run = (config: pg.QueryConfig) => Promise<pg.QueryResult>

class Connection implements DatabaseConnection {
  readonly run: Run
  readonly #statements: Statements

  constructor(run: Run, statements: Statements) {
    this.run = run
    this.#statements = statements
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = this.#statements.nameOf(query)
    this.#statements.onStatement?.(query.sql, query.parameters)
    const config: pg.QueryConfig = { text: query.sql, values: [...query.parameters], ...(name && { name }) }
    return toKysely(await this.run(config))
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Statements are not streamed: read pages by keyset')
  }
}

class ReadDriver implements Driver {
  readonly #connection: Connection

  constructor(readers: Readers, statements: Statements) {
    this.#connection = new Connection(config => readers.query(config), statements)
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('The read lane has no transactions: use database.transaction')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class WriteDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #statements: Statements
  readonly #held = new WeakMap<DatabaseConnection, Held>()

  constructor(pool: pg.Pool, statements: Statements) {
    this.#pool = pool
    this.#statements = statements
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect()
    const connection = new Connection(config => client.query(config), this.#statements)
    this.#held.set(connection, { client, broken: false })
    return connection
  }

  /** Not waited for: it travels with the first statement. Where it fails, the connection is gone and so are they. */
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const held = this.#get(connection)
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    held.client.query(`begin${isolation}`).catch(() => {
      held.broken = true
    })
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const result = await this.#get(connection).client.query('commit')
    // PostgreSQL answers ROLLBACK when a statement had failed and the failure was swallowed.
    if (result.command === 'ROLLBACK')
      throw new Error('The transaction was rolled back: a statement in it had failed')
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const held = this.#get(connection)
    try {
      await held.client.query('rollback')
    } catch (error) {
      held.broken = true
      throw error
    }
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await this.#get(connection).client.query(`savepoint "${name}"`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await this.#get(connection).client.query(`rollback to savepoint "${name}"`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await this.#get(connection).client.query(`release savepoint "${name}"`)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const held = this.#get(connection)
    this.#held.delete(connection)
    held.client.release(held.broken)
  }

  async destroy(): Promise<void> {}

  #get(connection: DatabaseConnection): Held {
    const held = this.#held.get(connection)
    if (!held) throw new Error('The connection was released already')
    return held
  }
}

interface Held {
  client: pg.PoolClient
  broken: boolean
}

function toKysely<R>(result: pg.QueryResult): QueryResult<R> {
  if (result.command === 'SELECT') return { rows: result.rows }
  return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
}
