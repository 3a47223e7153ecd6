import type { AnyCall, Family, Handlers, Operation } from '@guichet/contract/operation.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'

/** What every handler is given besides the request. `tx` is a transaction, or for a read the pool. */
export interface Context {
  tx: Tx
  actor: Actor
  /** Where attached files are kept. */
  files: FileStore
  /** What seals the secrets that are kept. */
  secrets: SecretBox
}

/** One operation and what answers it. */
export interface Route {
  operation: Operation
  handle(call: AnyCall<Context>): Promise<unknown>
}

/** Binds handlers to the operations of a family; a missing or ill-typed one does not compile. */
export function handlers<F extends Family>(family: F, of: Handlers<F, Context>): Route[] {
  const byName: Record<string, Route['handle']> = of
  return Object.entries(family).flatMap(([name, operation]) => {
    const handle = byName[name]
    return handle ? { operation, handle } : []
  })
}
