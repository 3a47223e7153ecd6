import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { publishDue } from '../domain/article/index.ts'
import type { Log } from '../log.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Looks every second for articles to publish or to unpublish. */
export const publishScheduled = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  everySecond(of.log, () => publishDue(of.database, seconds(of.clock)))
