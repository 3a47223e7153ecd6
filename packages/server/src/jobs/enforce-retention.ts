import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { enforceRetention } from '../domain/retention/index.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const HOUR_MS = 3_600_000

/** Erases every hour what workspaces do not want to keep any longer. */
export const enforceRetentions = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  every(HOUR_MS, of.log, () => enforceRetention(of.database, seconds(of.clock)))
