import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './database.ts'

/**
 * Runs `write` inside a transaction so that a unique index it breaks costs only its own changes: undefined is answered
 * then, and the transaction goes on.
 */
export async function unlessTaken<T>(tx: Tx, write: () => Promise<T>): Promise<T | undefined> {
  await sql`savepoint unless_taken`.execute(tx)
  try {
    const result = await write()
    await sql`release savepoint unless_taken`.execute(tx)
    return result
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error
    await sql`rollback to savepoint unless_taken`.execute(tx)
    return undefined
  }
}

const UNIQUE_VIOLATION = '23505'
