import type { Database, Tx } from '../../db/database.ts'
import type { LyingMail, OpenFolder } from '../../mail/imap.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { type MailboxRow, updateMailbox } from '../mailbox/index.ts'
import { insertIncoming } from './incoming-mail.sql.ts'

/** The largest mail that is taken. */
export const MOST_BYTES = 50 * 1024 * 1024

/** How often a mail is tried that cannot be fetched, before the next one has its turn. */
const MOST_TRIES = 5

interface Taking {
  database: Database
  files: FileStore
  mailbox: MailboxRow
  /** By the world's clock. */
  now: number
}

/**
 * Takes what is new in a folder. A mail is kept and put into the ledger, and how far we have read goes on, in one transaction: a
 * crash before it has the mail fetched again, and one after it finds it taken. How many were taken.
 */
export async function takeNew(on: Taking, folder: OpenFolder): Promise<number> {
  let { mailbox } = on
  if (mailbox.uid_validity === null) mailbox = await beginAt(on, folder, folder.uidNext - 1)
  // Other numbers for the same mails: what came since we began is read anew, and is known by itself.
  else if (mailbox.uid_validity !== folder.uidValidity) mailbox = await beginAt(on, folder, 0)
  const lying = await folder.above(mailbox.last_uid)
  let taken = 0
  for (const mail of lying) {
    if (mail.receivedAt !== 0 && mail.receivedAt < mailbox.started_at - A_DAY) await pass(on, mail.uid)
    else if (await takeOne({ ...on, mailbox }, folder, mail)) taken += 1
  }
  return taken
}

/** Servers keep no seconds, and some no zone. */
const A_DAY = 86_400

async function beginAt(
  { database, mailbox }: Taking,
  { uidValidity }: OpenFolder,
  lastUid: number,
): Promise<MailboxRow> {
  const begun = { uid_validity: uidValidity, last_uid: lastUid, stuck_uid: null, stuck_times: 0 }
  await database.transaction(tx => updateMailbox(tx, mailbox.workspace_id, mailbox.id, begun))
  return { ...mailbox, ...begun }
}

const goOn = (tx: Tx, { mailbox }: Taking, uid: number): Promise<void> =>
  updateMailbox(tx, mailbox.workspace_id, mailbox.id, { last_uid: uid, stuck_uid: null, stuck_times: 0 })

const pass = (on: Taking, uid: number): Promise<void> => on.database.transaction(tx => goOn(tx, on, uid))

async function takeOne(on: Taking, folder: OpenFolder, mail: LyingMail): Promise<boolean> {
  if (mail.size > MOST_BYTES) return keep(on, mail, { status: 'rejected', reason: TOO_LARGE })
  const raw = await fetched(on, folder, mail.uid)
  if (raw === 'stuck') return keep(on, mail, { status: 'failed', reason: 'could not be fetched' })
  // Somebody took it away before we came.
  if (raw === undefined) return pass(on, mail.uid).then(() => false)
  const rawKey = await on.files.put(on.mailbox.workspace_id, raw)
  return keep(on, { ...mail, size: raw.length }, { status: 'received', rawKey })
}

export const TOO_LARGE = 'larger than 50 MB'

/** A mail at which the connection breaks again and again must not keep all others out. */
async function fetched(on: Taking, folder: OpenFolder, uid: number): Promise<Buffer | undefined | 'stuck'> {
  const { workspace_id, id, stuck_uid, stuck_times } = on.mailbox
  const tries = stuck_uid === uid ? stuck_times : 0
  if (tries >= MOST_TRIES) return 'stuck'
  try {
    return await folder.fetch(uid)
  } catch (error) {
    await on.database.transaction(tx =>
      updateMailbox(tx, workspace_id, id, { stuck_uid: uid, stuck_times: tries + 1 }),
    )
    throw error
  }
}

function keep(
  on: Taking,
  { uid, size }: LyingMail,
  what: { status: 'received' | 'rejected' | 'failed'; reason?: string; rawKey?: string },
): Promise<boolean> {
  const { workspace_id: workspaceId, id: mailboxId, uid_validity: uidValidity } = on.mailbox
  return on.database.transaction(async tx => {
    const id = await insertIncoming(tx, {
      ...{ workspaceId, mailboxId, uidValidity, uid, size, now: on.now, status: what.status },
      ...{ rawKey: what.rawKey ?? null, reason: what.reason ?? null },
    })
    await goOn(tx, on, uid)
    return id !== undefined
  })
}
