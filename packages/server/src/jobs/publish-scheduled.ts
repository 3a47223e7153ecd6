import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { publishDue } from '../domain/article/index.ts'
import { publishNewsDue } from '../domain/news/index.ts'
import type { Log } from '../log.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Looks every second for articles to publish or to unpublish, and for news to tell. */
export const publishScheduled = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  everySecond(of.log, async () => {
    const now = seconds(of.clock)
    await publishDue(of.database, now)
    await publishNewsDue(of.database, now)
  })
