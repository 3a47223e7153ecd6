import type { Tx } from './database.ts'

const marks = new WeakMap<Tx, Set<string>>()

/** Marks a transaction, for whoever has to do something once it is committed: see `onCommitted` of the database. */
export function markCommit(tx: Tx, mark: string): void {
  marks.set(tx, (marks.get(tx) ?? new Set()).add(mark))
}

export const marksOf = (tx: Tx): Iterable<string> => marks.get(tx) ?? []
