import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { trimEvents } from '../events/trim-events.ts'
import type { Log } from '../log.ts'
import { every, type Sweep } from './sweep.ts'

const HOUR_MS = 3_600_000

/** Forgets every hour the events that workspaces do not want to keep any longer. */
export const forgetEvents = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  every(HOUR_MS, of.log, () => trimEvents(of.database, seconds(of.clock)))
