import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Holds a name until the transaction ends; whoever else wants to hold it waits. Names begin with what they are of, and name the workspace. */
export async function hold(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}
