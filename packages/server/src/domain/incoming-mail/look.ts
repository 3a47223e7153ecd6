import type { Database } from '../../db/database.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { Reach } from '../../egress/reach.ts'
import { ImapFault, type OpenFolder, openFolder, reasonOf } from '../../mail/imap.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { findMailboxRow, type MailboxRow, PASSWORD_PURPOSE, updateMailbox } from '../mailbox/index.ts'
import { takeNew } from './take-in.ts'

export interface Looking {
  database: Database
  files: FileStore
  secrets: SecretBox
  reach: Reach
  /** By the world's clock. */
  now: number
}

/** Opens the folder of a mailbox. Throws an `ImapFault` or an `EgressError`, which may be shown. */
export async function enterMailbox({ secrets, reach }: Looking, mailbox: MailboxRow): Promise<OpenFolder> {
  const { imap, sealed_password } = mailbox
  if (!imap || sealed_password === null) throw new ImapFault('No server is set up')
  const password = await secrets.open(sealed_password, PASSWORD_PURPOSE)
  return openFolder({ ...imap, password }, await reach.addressOf(imap.host))
}

/** Takes what is new in an open folder, from where the mailbox has been read to. How many were taken. */
export async function readFolder(on: Looking, key: MailboxKey, folder: OpenFolder): Promise<number> {
  const mailbox = await findMailboxRow(on.database.read, key.workspace_id, key.id)
  if (!mailbox) return 0
  const taken = await takeNew({ ...on, mailbox }, folder)
  await say(on, key, null)
  return taken
}

type MailboxKey = Pick<MailboxRow, 'workspace_id' | 'id'>

/** Looks into a mailbox once and says in it what is wrong, if anything is. How many mails were taken. */
export async function lookOnce(on: Looking, mailbox: MailboxRow): Promise<number> {
  let folder: OpenFolder | undefined
  try {
    folder = await enterMailbox(on, mailbox)
    return await readFolder(on, mailbox, folder)
  } catch (error) {
    await say(on, mailbox, faultOf(error))
    return 0
  } finally {
    folder?.close()
  }
}

/** Keeps when somebody looked, and what was wrong. */
export const say = ({ database, now }: Looking, { workspace_id, id }: MailboxKey, fault: string | null) =>
  database.transaction(tx => updateMailbox(tx, workspace_id, id, { looked_at: now, fault }))

/** What is wrong, in words for whoever set the mailbox up. */
export const faultOf = (error: unknown): string =>
  error instanceof EgressError || error instanceof ImapFault ? error.message : reasonOf(error)
