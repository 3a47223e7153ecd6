import { sql } from 'kysely'
import { markCommit } from './commit-marks.ts'
import type { Tx } from './database.ts'

/**
 * Tells every process once the transaction is committed. This one hears of it before whoever asked is answered, so that what they revoke
 * is of no use to their next request; the others hear of it from PostgreSQL a moment later, and this one a second time.
 */
export async function announce(tx: Tx, channel: string, message = ''): Promise<void> {
  markCommit(tx, channel, message)
  await sql`select pg_notify(${channel}, ${message})`.execute(tx)
}
