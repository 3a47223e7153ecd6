import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { deleteOldRequests } from '../domain/request-log/index.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const TEN_MINUTES_MS = 600_000
const BATCH = 10_000

/** How much is kept of what clients asked: no more days, and no more requests of a workspace, than these. */
export interface Kept {
  days: number
  rows: number
}

/** Forgets every ten minutes the requests that are older, or more, than are kept. */
export const forgetApiRequests = (of: { database: Database; clock: Clock; log: Log; kept: Kept }): Sweep =>
  every(TEN_MINUTES_MS, of.log, () => forgetAsked(of.database, seconds(of.clock), of.kept))

/** Forgets what is beyond what is kept; how many requests. */
export async function forgetAsked(database: Database, now: number, kept: Kept): Promise<number> {
  for (let gone = 0; ; ) {
    const some = await database.unguarded.transaction(tx =>
      deleteOldRequests(tx, { now, ...kept, limit: BATCH }),
    )
    gone += some
    if (some === 0) return gone
  }
}
