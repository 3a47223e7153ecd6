import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { distributeDue } from '../domain/distribution/index.ts'
import type { Log } from '../log.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Gives what waits with teams to those who have room: at once where it is told of it, and every second. */
export const distributeConversations = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  everySecond(of.log, () => distributeDue(of.database, seconds(of.clock)))
