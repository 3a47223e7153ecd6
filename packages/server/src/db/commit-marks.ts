import type { Tx } from './database.ts'

/** Something to do in this process once a transaction is committed, such as to forget what it has changed. */
export interface CommitMark {
  channel: string
  message: string
}

const marks = new WeakMap<Tx, Map<string, CommitMark>>()

/** Marks a transaction, for whoever has to do something once it is committed: see `onCommitted` of the database. */
export function markCommit(tx: Tx, channel: string, message = ''): void {
  const marked = marks.get(tx) ?? new Map<string, CommitMark>()
  marks.set(tx, marked.set(`${channel} ${message}`, { channel, message }))
}

export const marksOf = (tx: Tx): Iterable<CommitMark> => marks.get(tx)?.values() ?? []
