import type { Duplex } from 'node:stream'
import pg from 'pg'
import utils from 'pg/lib/utils.js'

/** A statement's text, and the name under which PostgreSQL keeps it prepared; one without a name is planned each time. */
export interface Statement {
  text: string
  name: string | undefined
}

export type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

/** Sends a statement over a pipelined connection, behind those under way. */
export async function send(
  client: pg.ClientBase,
  statement: Statement,
  values: readonly unknown[],
): Promise<Answer> {
  const ended = Promise.withResolvers<pg.QueryResultBase>()
  const query = new PreparedQuery(statement, values, (error, result) =>
    error ? ended.reject(error) : ended.resolve(result),
  )
  client.query(query)
  const { command, rowCount } = await ended.promise
  return { command, rowCount, rows: query.read() }
}

/** What `pg`'s own query does that its types leave out. */
declare module 'pg' {
  interface Query {
    name: string | undefined
    prepare(connection: pg.Connection): void
    handleRowDescription(message: { fields: pg.FieldDef[] }): void
    handleDataRow(message: { fields: (string | null)[] }): void
  }
}

type OnEnd = (error: Error | undefined, result: pg.QueryResultBase) => void

/**
 * A query that asks for the shape of its rows only where its connection has not told it yet: of a cheap statement, telling
 * the shape and reading it costs more than the rows.
 */
class PreparedQuery extends pg.Query {
  readonly #values: readonly unknown[]
  #connection: pg.Connection | undefined
  #shape: Shape | undefined
  readonly #received: (string | null)[][] = []

  constructor({ text, name }: Statement, values: readonly unknown[], onEnd: OnEnd) {
    super(text, [...values], onEnd)
    this.name = name
    this.#values = values
  }

  override prepare(connection: pg.Connection): void {
    gather(connection.stream)
    this.#connection = connection
    this.#shape = this.name === undefined ? undefined : shapesOf(connection).get(this.name)
    if (this.#shape) this.#run(connection)
    else super.prepare(connection)
  }

  #run(connection: pg.Connection): void {
    connection.bind(
      { statement: this.name, values: this.#values.map(value => utils.prepareValue(value)) },
      true,
    )
    connection.execute(null, true)
    connection.sync()
  }

  override handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#shape = this.#learn(shapeOf(fields))
  }

  override handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#received.push(fields)
  }

  /** The rows received by a query that went well; of one that has none, no shape is told. */
  read(): Record<string, unknown>[] {
    const shape = this.#shape ?? this.#learn(shapeOf([]))
    return this.#received.map(fields => rowOf(shape, fields))
  }

  #learn(shape: Shape): Shape {
    if (this.name !== undefined && this.#connection) shapesOf(this.#connection).set(this.name, shape)
    return shape
  }
}

/** How to read a row. */
interface Shape {
  names: string[]
  parsers: ((text: string) => unknown)[]
}

/** By name. PostgreSQL refuses to run a prepared statement whose rows would be of another shape than they were. */
const shapes = new WeakMap<pg.Connection, Map<string, Shape>>()

function shapesOf(connection: pg.Connection): Map<string, Shape> {
  const known = shapes.get(connection) ?? new Map<string, Shape>()
  shapes.set(connection, known)
  return known
}

const shapeOf = (fields: pg.FieldDef[]): Shape => ({
  names: fields.map(field => field.name),
  parsers: fields.map(field => parserOf(field.dataTypeID)),
})

function rowOf({ names, parsers }: Shape, fields: (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  names.forEach((name, at) => {
    const text = fields[at] ?? null
    row[name] = text === null ? null : parsers[at]?.(text)
  })
  return row
}

const parserOf = (type: number): ((text: string) => unknown) =>
  AS_NUMBERS.has(type) ? Number : pg.types.getTypeParser(type)

/** bigint and numeric come as numbers: ids, counts and epoch seconds all stay below 2^53. */
const AS_NUMBERS = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

/** Holds what a connection sends until the events at hand are dealt with, so that it goes out in one write. */
function gather(stream: Duplex): void {
  if (gathering.has(stream)) return
  gathering.add(stream)
  stream.cork()
  setImmediate(() => {
    gathering.delete(stream)
    stream.uncork()
  })
}

const gathering = new WeakSet<Duplex>()
