import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { wakeDue } from '../domain/conversation/index.ts'
import type { Log } from '../log.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Looks every second for snoozed conversations to wake. */
export const wakeSnoozed = (of: { database: Database; clock: Clock; log: Log }): Sweep =>
  everySecond(of.log, () => wakeDue(of.database, seconds(of.clock)))
