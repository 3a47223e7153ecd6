import {
  type CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Readers } from './pool.ts'
import { type Answer, type Statement, send } from './prepared-query.ts'
import type { DB } from './schema.d.ts'
import type { Statements } from './statements.ts'

/** Spreads single statements over the shared, pipelined connections. */
export const readLane = (readers: Readers, statements: Statements): Kysely<DB> =>
  lane((statement, values) => readers.query(statement, values), statements)

/** Runs work in a transaction, on a connection that it has to itself. */
export function writeLane(pool: pg.Pool, statements: Statements) {
  return async <T>(work: (tx: Kysely<DB>) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let isBroken = false
    let isOver = false
    const run: Run = async (statement, values) => {
      if (isOver) throw new Error('The transaction is over')
      return send(client, statement, values)
    }
    const giveUp = (): void => {
      isBroken = true
    }
    // Not waited for: it travels with the first statement. Where it fails, the connection is gone and so are they.
    run(BEGIN, []).catch(giveUp)
    try {
      const result = await work(lane(run, statements))
      // PostgreSQL answers ROLLBACK when a statement had failed and the failure was swallowed.
      if ((await run(COMMIT, [])).command === 'ROLLBACK')
        throw new Error('The transaction was rolled back: a statement in it had failed')
      return result
    } catch (error) {
      await run(ROLLBACK, []).catch(giveUp)
      throw error
    } finally {
      isOver = true
      client.release(isBroken)
    }
  }
}

const BEGIN = { text: 'begin', name: 'begin' }
const COMMIT = { text: 'commit', name: 'commit' }
const ROLLBACK = { text: 'rollback', name: 'rollback' }

type Run = (statement: Statement, values: readonly unknown[]) => Promise<Answer>

/** Kysely as a typed compiler: what it compiles goes straight to a connection, past its own pooling. */
function lane(run: Run, statements: Statements): Kysely<DB> {
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor: new Executor(run, statements) })
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
}

/** No statement is ever run on a connection that Kysely manages. */
const noConnections = {
  provideConnection(): never {
    throw new Error('Transactions are begun with database.transaction, and statements are not streamed')
  },
}

class Executor extends DefaultQueryExecutor {
  readonly #run: Run
  readonly #statements: Statements

  constructor(run: Run, statements: Statements) {
    super(compiler, adapter, noConnections)
    this.#run = run
    this.#statements = statements
  }

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#statements.admit(query)
    try {
      return toKysely(await this.#run(statement, query.parameters))
    } catch (error) {
      // It was made where the answer arrived; of use is where the statement was sent from.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }
}

function toKysely<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
}
