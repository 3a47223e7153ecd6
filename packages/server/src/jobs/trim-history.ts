import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { trimHistory } from '../domain/history/index.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const HOUR_MS = 3_600_000

/** Forgets every hour what workspaces no longer keep of their past. */
export const trimHistories = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  every(HOUR_MS, of.log, () => trimHistory(of.database, seconds(of.clock)))
