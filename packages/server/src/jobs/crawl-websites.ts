import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { crawlDue } from '../domain/website-crawl/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Log } from '../log.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Takes every second a step of each website that is being crawled. */
export const crawlWebsites = (of: { database: Database; clock: Clock; egress: Egress; log: Log }): Sweep =>
  everySecond(of.log, () => crawlDue({ ...of, now: seconds(of.clock) }))
