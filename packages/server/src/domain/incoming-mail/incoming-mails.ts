import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { IncomingMail, IncomingMailList } from '@guichet/contract/models/mailbox.ts'
import type { FormFile } from '@guichet/contract/operation.ts'
import type { IncomingMailQuery, TakeMailRequest } from '@guichet/contract/operations/inbox/mail.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import { byNumericId, numericId } from '../../db/ids.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor, Guest } from '../actor.ts'
import { findBySecret, mayManageMail } from '../mailbox/index.ts'
import {
  type IncomingRow,
  insertIncoming,
  resetIncoming,
  selectIncoming,
  selectIncomings,
} from './incoming-mail.sql.ts'
import { MOST_BYTES, TOO_LARGE } from './take-in.ts'

type View = Static<typeof IncomingMail>
const PAGE = 50

/** What came by mail and what became of it, the latest first. */
export async function listIncoming(
  tx: Tx,
  actor: Actor,
  query: Static<typeof IncomingMailQuery>,
): Promise<Static<typeof IncomingMailList>> {
  mayManageMail(actor)
  const rows = await selectIncomings(tx, actor.workspace.id, {
    ...{ status: query.status, limit: PAGE + 1 },
    mailboxId: query.mailbox_id === undefined ? undefined : (numericId(query.mailbox_id) ?? 0),
    before: query.before === undefined ? undefined : (numericId(query.before) ?? 0),
  })
  const shown = rows.slice(0, PAGE)
  const next = rows.length > PAGE ? String(shown.at(-1)?.id) : null
  return { type: 'list', data: shown.map(view), next }
}

/** Has a mail read that was held, rejected or failed. 404 for no such one, 400 where nothing of it is kept. */
export async function takeAgain(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayManageMail(actor)
  const row = await byNumericId(id, key => selectIncoming(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (!(await resetIncoming(tx, actor.workspace.id, row.id)))
    throw invalid('This mail is taken in already, or nothing of it is kept', 'id')
  return view({ ...row, status: 'received', settled_at: null })
}

/**
 * Takes a mail that is handed over, to be read shortly; with this answer it is kept. A mail that is handed over twice becomes one
 * message. 404 without the right secret, 400 for what is no mail.
 */
export async function takePosted(
  database: Lanes,
  guest: Guest,
  of: { workspaceId: string; secret: string; request: Static<typeof TakeMailRequest>; files: FileStore },
): Promise<View> {
  const { workspaceId, secret } = of
  const mailbox = await findBySecret(database.read, { workspaceId, secret })
  if (!mailbox) throw problem(errors.notFound)
  const raw = rawIn(of.request)
  const fits = raw.length <= MOST_BYTES
  const rawKey = fits ? await of.files.put(workspaceId, raw) : null
  return database.transaction(async tx => {
    const id = await insertIncoming(tx, {
      ...{ workspaceId, mailboxId: mailbox.id, uidValidity: null, uid: null, rawKey, size: raw.length },
      ...{ status: fits ? 'received' : 'rejected', reason: fits ? null : TOO_LARGE, now: guest.now },
    })
    const row = id === undefined ? undefined : await selectIncoming(tx, workspaceId, id)
    if (!row) throw new Error('a mail that was taken could not be read')
    return view(row)
  })
}

function rawIn(request: Static<typeof TakeMailRequest>): Buffer {
  const given = [request.message, request['body-mime'], request.email].find(each => each !== undefined)
  const raw = isFile(given) ? Buffer.from(given.bytes) : Buffer.from(typeof given === 'string' ? given : '')
  if (
    !/^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(
      raw
        .subarray(0, 1000)
        .toString('latin1')
        .replace(/^From .*\r?\n/, ''),
    )
  )
    throw invalid(
      'A mail as it came is needed: as message/rfc822, or in the field message of a form',
      'message',
    )
  return raw
}

const isFile = (value: unknown): value is FormFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array

const view = (row: IncomingRow): View => ({
  ...{ type: 'incoming_mail', id: String(row.id), mailbox_id: String(row.mailbox_id) },
  ...{ status: row.status, reason: row.reason, sender: row.sender, subject: row.subject, size: row.size },
  conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
  ...{ received_at: row.received_at, settled_at: row.settled_at },
})
