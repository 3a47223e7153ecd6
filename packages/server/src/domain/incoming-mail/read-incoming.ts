import { buffer } from 'node:stream/consumers'
import type { Database } from '../../db/database.ts'
import { readMail } from '../../mail/read-mail.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { eachDue } from '../each-due.ts'
import { findMailboxRow, mailboxesOf, replyKeyOf, updateAddress } from '../mailbox/index.ts'
import { systemActor } from '../system-actor.ts'
import { acceptMail } from './accept-mail.ts'
import {
  holdIncoming,
  postponeIncoming,
  type Settled,
  selectIncoming,
  selectUnread,
  settleIncoming,
  type UnreadMail,
} from './incoming-mail.sql.ts'
import { wordsOf } from './words.ts'

export interface ReadingMails {
  database: Database
  files: FileStore
  secrets: SecretBox
  /** Where the world reaches this server, for the addresses of pictures. */
  origin: string
  /** By the world's clock. */
  now: number
  /** One workspace alone, where it is not all of them. */
  within?: string | undefined
}

/** How often a mail is tried that cannot be read for a fault of ours, and how long it waits in between, in seconds. */
const MOST_ATTEMPTS = 5
const WAIT = 30

/**
 * Reads what came. A mail and what becomes of it change in one transaction, so that it becomes one message however many read, and
 * whatever breaks in between. Returns how many were settled; throws the first fault of ours, after the others had their turn.
 */
export const readIncoming = (on: ReadingMails): Promise<number> =>
  eachDue(
    () => selectUnread(on.database.unguarded.read, on),
    mail => readOne(on, mail),
  )

async function readOne(on: ReadingMails, mail: UnreadMail): Promise<boolean> {
  try {
    return await settle(on, mail)
  } catch (error) {
    await putOff(on, mail, error)
    throw error
  }
}

async function settle(
  on: ReadingMails,
  { workspace_id: workspaceId, id, now, ...of }: UnreadMail,
): Promise<boolean> {
  const workspace = { id: workspaceId, name: of.name, timezone: of.timezone }
  const actor = { ...systemActor({ workspace, operatorId: of.operator_id, now }), origin: on.origin }
  const raw = await rawOf(on, actor, id)
  const mail = await readMail(raw)
  const words = await wordsOf(on.files, actor, { mail, raw })
  return on.database.transaction(async tx => {
    const row = await holdIncoming(tx, workspaceId, id)
    const mailbox = row && (await findMailboxRow(tx, workspaceId, row.mailbox_id))
    if (!row || !mailbox) return false
    const own = (await mailboxesOf(tx, workspaceId)).map(({ address }) => address)
    const key = await replyKeyOf(tx, on.secrets, workspaceId)
    const settled: Settled = await acceptMail(tx, actor, { row, mail, words, mailbox, own, key })
    const told = { sender: mail.from?.address ?? null, subject: mail.subject, now: on.now }
    await settleIncoming(tx, workspaceId, id, { ...settled, ...told, fingerprint: mail.fingerprint })
    await updateAddress(tx, mailbox, { forwarded_email_last_received_at: now })
    return true
  }, now)
}

async function rawOf({ database, files }: ReadingMails, actor: Actor, id: number): Promise<Buffer> {
  const row = await selectIncoming(database.read, actor.workspace.id, id)
  const file = row?.raw_key ? await files.open(row.raw_key) : undefined
  if (!file) throw new Error('a mail that was kept is not in the store of files')
  return buffer(file.bytes)
}

async function putOff({ database, now }: ReadingMails, mail: UnreadMail, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
  await database.transaction(async tx => {
    const attempts = await postponeIncoming(tx, mail, { until: now + WAIT, reason })
    if (attempts < MOST_ATTEMPTS) return
    await settleIncoming(tx, mail.workspace_id, mail.id, { status: 'failed', reason, now })
  })
}
