import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { forgetKeys } from '../domain/keyed-request/index.ts'
import { forgetOutgoing } from '../domain/outgoing/index.ts'
import { forgetSignIns } from '../domain/sign-in/index.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const HOUR_MS = 3_600_000

/**
 * Forgets every hour the answers that were kept for requests with an `Idempotency-Key`, mails and texts that left long ago,
 * and sessions, links and attempts to sign in that are over.
 */
export const forgetRequests = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  every(HOUR_MS, of.log, async () => {
    await forgetKeys(of.database, seconds(of.clock))
    await forgetOutgoing(of.database, seconds(of.clock))
    await forgetSignIns(of.database, seconds(of.clock))
  })
