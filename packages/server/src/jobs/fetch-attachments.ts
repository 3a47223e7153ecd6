import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { fetchAttachments } from '../domain/conversation/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Log } from '../log.ts'
import type { FileStore } from '../storage/file-store.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Fetches the files that messages and tickets name by their address. */
export const fetchAttached = (of: {
  database: Database
  clock: Clock
  egress: Egress
  files: FileStore
  log: Log
}): Sweep => everySecond(of.log, () => fetchAttachments({ ...of, now: seconds(of.clock) }))
