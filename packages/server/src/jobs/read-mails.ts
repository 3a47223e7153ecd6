import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { readIncoming } from '../domain/incoming-mail/index.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Reads what came by mail. */
export const readMails = (of: {
  database: Database
  clock: Clock
  files: FileStore
  secrets: SecretBox
  origin: string
  log: Log
}): Sweep => everySecond(of.log, () => readIncoming({ ...of, now: seconds(of.clock) }))
