import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { deliverFinEvents } from '../domain/fin/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Tells callbacks what Fin did: at once when it is told to, and every second what is to be tried again. */
export const deliverFin = (of: {
  database: Database
  clock: Clock
  egress: Egress
  secrets: SecretBox
  log: Log
}): Sweep => everySecond(of.log, () => deliverFinEvents({ ...of, now: seconds(of.clock) }))
