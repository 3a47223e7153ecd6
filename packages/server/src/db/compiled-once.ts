import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * A statement whose text never varies, built and compiled at its first use only: building a large one costs more than
 * sending it. `marks` are values that stand for the parameters while it is built, each unlike any other value in it.
 */
export function compiledOnce<P extends object, R>(
  marks: P,
  build: (tx: Tx, marks: P) => Compilable<R>,
): (tx: Tx, values: P) => Promise<R[]> {
  let compiled: CompiledQuery<R> | undefined
  let order: ((values: P) => unknown)[] = []
  return async (tx, values) => {
    if (!compiled) {
      compiled = build(tx, marks).compile()
      order = compiled.parameters.map(parameter => reading(marks, parameter))
    }
    const parameters = order.map(read => read(values))
    return (await tx.executeQuery<R>({ ...compiled, parameters })).rows
  }
}

/**
 * As `compiledOnce`, for the rows of some ids. One id is compared by itself: PostgreSQL plans that once, but a list of
 * unknown length at every execution.
 */
export function compiledForIds<T extends keyof Ids, P extends object, R>(
  type: T,
  marks: P,
  build: (tx: Tx, values: P, id: RawBuilder<Ids[T]>) => Compilable<R>,
): (tx: Tx, values: P & { ids: Ids[T][] }) => Promise<R[]> {
  const mark: Ids[T] = ID_MARKS[type]
  const list = sql.raw(`${type}[]`)
  const one = compiledOnce<P & { id: Ids[T] }, R>({ ...marks, id: mark }, (tx, values) =>
    build(tx, values, sql`${values.id}`),
  )
  const many = compiledOnce<P & { ids: Ids[T][] }, R>({ ...marks, ids: [mark] }, (tx, values) =>
    build(tx, values, sql`any(${values.ids}::${list})`),
  )
  return (tx, values) => {
    const [id, ...others] = values.ids
    return id !== undefined && others.length === 0 ? one(tx, { ...values, id }) : many(tx, values)
  }
}

interface Ids {
  text: string
  bigint: number
}

const ID_MARKS: Ids = { text: '?id', bigint: Number.MIN_SAFE_INTEGER }

/** How to come by a parameter: from the values of each use where a mark stands for one of them. */
function reading<P extends object>(marks: P, parameter: unknown): (values: P) => unknown {
  for (const name in marks) if (marks[name] === parameter) return values => values[name]
  return () => parameter
}
