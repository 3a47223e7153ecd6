import type { Compilable, CompiledQuery } from 'kysely'
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
  const nameOf = new Map<unknown, string>(Object.entries(marks).map(([name, mark]) => [mark, name]))
  return async (tx, values) => {
    compiled ??= build(tx, marks).compile()
    const given = new Map<string, unknown>(Object.entries(values))
    const parameters = compiled.parameters.map(each => {
      const name = nameOf.get(each)
      return name === undefined ? each : given.get(name)
    })
    return (await tx.executeQuery<R>({ ...compiled, parameters })).rows
  }
}
