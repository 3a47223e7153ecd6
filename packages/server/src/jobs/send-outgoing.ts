import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { sendOutgoing } from '../domain/outgoing/index.ts'
import type { Log } from '../log.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Texter } from '../mail/texter.ts'
import type { FileStore } from '../storage/file-store.ts'
import { recordOutcome } from './record-outcome.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Sends mails and texts: at once when it is told to, and every second what is to be tried again. */
export const sendMails = (of: {
  database: Database
  clock: Clock
  mailer: Mailer
  texter: Texter
  files: FileStore
  log: Log
}): Sweep => everySecond(of.log, () => sendOutgoing({ ...of, now: seconds(of.clock), onTold: recordOutcome }))
