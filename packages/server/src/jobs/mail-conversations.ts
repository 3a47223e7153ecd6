import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { mailDue } from '../domain/reply-mail/index.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Mails what teammates wrote to those who wrote by mail, or who are away. */
export const mailConversations = (of: {
  database: Database
  clock: Clock
  secrets: SecretBox
  files: FileStore
  origin: string
  log: Log
}): Sweep => everySecond(of.log, () => mailDue({ ...of, now: seconds(of.clock) }))
