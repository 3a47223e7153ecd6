import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { deleteOld } from '../domain/webhook/index.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const HOUR_MS = 3_600_000
const DAY = 86_400
const BATCH = 10_000

/** Forgets every hour what was told longer ago than is kept. */
export const forgetWebhooks = (of: { database: Database; clock: Clock; log: Log; days: number }): Sweep =>
  every(HOUR_MS, of.log, () => forgetTold(of.database, seconds(of.clock) - of.days * DAY))

/** Forgets deliveries that have ended and were planned before a moment; how many. */
export async function forgetTold(database: Database, before: number): Promise<number> {
  for (let gone = 0; ; ) {
    const some = await database.unguarded.transaction(tx => deleteOld(tx, before, BATCH))
    gone += some
    if (some < BATCH) return gone
  }
}
