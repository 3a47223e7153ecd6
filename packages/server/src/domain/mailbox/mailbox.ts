import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { CreateMailboxRequest, UpdateMailboxRequest } from '@guichet/contract/operations/inbox/mail.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Reach } from '../../egress/reach.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireAssignee } from '../conversation/index.ts'
import { removeLater } from '../file-removal/index.ts'
import { isAddress } from '../outgoing/index.ts'
import { newIntakeSecret, PASSWORD_PURPOSE } from './intake-secret.ts'
import { mayManageMail } from './mailbox.policy.ts'
import {
  deleteMailbox,
  ensureAddress,
  insertMailbox,
  type MailboxChanges,
  type MailboxRow,
  type StoredImap,
  selectBrand,
  selectLeftOut,
  selectMailbox,
  selectMailboxes,
  updateAddress,
  updateMailbox,
} from './mailbox.sql.ts'
import { type MailboxView, viewMailbox } from './mailbox.view.ts'
import { sendCheck } from './send-check.ts'

type CreateRequest = Static<typeof CreateMailboxRequest>
type UpdateRequest = Static<typeof UpdateMailboxRequest>

/** What a mailbox is set up with besides the request. */
interface Means {
  secrets: SecretBox
  reach: Reach
}

/** The addresses that customers write to. */
export async function listMailboxes(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: MailboxView[] }> {
  mayManageMail(actor)
  const rows = await selectMailboxes(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(row => viewMailbox(actor, row)) }
}

/** One of them, for those who manage it; 404 when there is none. */
export async function requireMailbox(tx: Tx, actor: Actor, id: string): Promise<MailboxRow> {
  mayManageMail(actor)
  const row = await byNumericId(id, key => selectMailbox(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.emailSettingNotFound)
  return row
}

/**
 * Adds an address, and sends a mail there that proves it reaches us. For one that mails are posted for, the answer alone tells
 * the address to post to. 400 for what is no address, and for one that is there already.
 */
export async function createMailbox(
  tx: Tx,
  actor: Actor,
  { request, ...means }: Means & { request: CreateRequest },
): Promise<MailboxView> {
  mayManageMail(actor)
  const address = request.address.trim().toLowerCase()
  if (!isAddress(address) || address.includes('+'))
    throw invalid('address must be an e-mail address', 'address')
  if (request.intake === 'imap' && !request.imap?.password) throw missing('imap', 'imap needs a password')
  const changes = await readChanges(tx, actor, { request, ...means, known: null })
  const brandId = await readBrand(tx, actor, request.brand_id)
  const settingId = await ensureAddress(tx, actor, { address, brandId: brandId ?? null })
  if (settingId === undefined) throw invalid('There is a mailbox of this address already', 'address')
  const made = request.intake === 'http' ? newIntakeSecret() : undefined
  const row = { ...changes, email_setting_id: settingId, intake: request.intake }
  const id = await insertMailbox(tx, actor, { ...row, secret_hash: made?.hash ?? null })
  await sendCheck(tx, actor, await requireMailbox(tx, actor, String(id)))
  return viewMailbox(actor, await requireMailbox(tx, actor, String(id)), made?.secret)
}

/** Changes a mailbox; another server or folder is read from now on. 404 for no such one, 400 for what cannot be. */
export async function changeMailbox(
  tx: Tx,
  actor: Actor,
  { id, request, ...means }: Means & { id: string; request: UpdateRequest },
): Promise<MailboxView> {
  const row = await requireMailbox(tx, actor, id)
  if (request.imap && row.intake !== 'imap') throw invalid('mails of this address are posted', 'imap')
  const changes = await readChanges(tx, actor, { request, ...means, known: row.imap })
  await updateMailbox(tx, actor.workspace.id, row.id, { ...changes, updated_at: actor.now })
  const brandId = await readBrand(tx, actor, request.brand_id)
  if (brandId !== undefined) await updateAddress(tx, row, { brand_id: brandId })
  return viewMailbox(actor, await requireMailbox(tx, actor, id))
}

/**
 * Gives a mailbox up. Conversations, with the mails in them, and the address to send from stay; what was left out of them goes. 404 for
 * no such one.
 */
export async function removeMailbox(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await requireMailbox(tx, actor, id)
  await removeLater(tx, actor.workspace.id, await selectLeftOut(tx, actor.workspace.id, row.id))
  await deleteMailbox(tx, actor.workspace.id, row.id)
  await updateAddress(tx, row, { forwarding_enabled: false })
}

/** Sends another mail that proves the address. */
export async function checkMailbox(tx: Tx, actor: Actor, id: string): Promise<MailboxView> {
  await sendCheck(tx, actor, await requireMailbox(tx, actor, id))
  return viewMailbox(actor, await requireMailbox(tx, actor, id))
}

/** Another address to post mails to; the one before is none any more. 400 for a mailbox that is read. */
export async function renewIntakeSecret(tx: Tx, actor: Actor, id: string): Promise<MailboxView> {
  const row = await requireMailbox(tx, actor, id)
  if (row.intake !== 'http') throw invalid('mails of this address are read from a server', 'intake')
  const { secret, hash } = newIntakeSecret()
  await updateMailbox(tx, actor.workspace.id, row.id, { secret_hash: hash, updated_at: actor.now })
  return viewMailbox(actor, await requireMailbox(tx, actor, id), secret)
}

type Reading = Means & { request: UpdateRequest; known: StoredImap | null }

async function readChanges(tx: Tx, actor: Actor, { request, ...of }: Reading): Promise<MailboxChanges> {
  const { team_id, signature, plus_addressing, authserv_id, imap } = request
  const team =
    team_id === undefined ? undefined : await requireAssignee(tx, actor, { type: 'team', id: team_id })
  if ((authserv_id ?? '').length > 255) throw invalid('authserv_id is too long', 'authserv_id')
  return {
    ...(team && { team_id: team.id }),
    ...(signature !== undefined && { signature: readSignature(signature) }),
    ...(plus_addressing !== undefined && { plus_addressing }),
    ...(authserv_id !== undefined && { authserv_id: authserv_id?.trim().toLowerCase() || null }),
    ...(imap && (await readImap(imap, of))),
  }
}

function readSignature(signature: string): string {
  if (signature.length > 20_000) throw invalid('signature is too long', 'signature')
  return toHtml(signature)
}

/** The default brand is null; undefined leaves things as they are. */
async function readBrand(tx: Tx, actor: Actor, id: string | undefined): Promise<string | null | undefined> {
  if (id === undefined || id === actor.workspace.id) return id === undefined ? undefined : null
  if (!(await selectBrand(tx, actor.workspace.id, id))) throw problem(errors.brandNotFound)
  return id
}

async function readImap(
  imap: NonNullable<UpdateRequest['imap']>,
  { secrets, reach, known }: Omit<Reading, 'request'>,
): Promise<MailboxChanges> {
  const { security = 'tls', user, password, folder = 'INBOX' } = imap
  const host = imap.host.trim().toLowerCase()
  const port = imap.port ?? (security === 'tls' ? 993 : 143)
  if (!HOST.test(host)) throw invalid('imap.host must be the name of a server', 'imap')
  if (port < 1 || port > 65_535) throw invalid('imap.port must be a port', 'imap')
  if (user.trim() === '' || [user, folder, password ?? ''].some(each => each.length > 1000))
    throw invalid('imap.user must be a name', 'imap')
  if (security === 'none' && !reach.vouchesFor(host))
    throw invalid('A password goes in clear only to a server that GUICHET_EGRESS_ALLOW names', 'imap')
  // A password is for one server: whoever may name another must know it.
  const same = known !== null && known.host === host && known.user === user && known.port === port
  if (password === undefined && !same) throw missing('imap', 'imap needs the password of this server')
  const moved = !same || known.folder !== folder
  return {
    imap: { host, port, security, user, folder },
    ...(password !== undefined && { sealed_password: await secrets.seal(password, PASSWORD_PURPOSE) }),
    ...(moved && { uid_validity: null, last_uid: 0, stuck_uid: null, stuck_times: 0 }),
    ...{ next_look_at: 0, fault: null },
  }
}

const HOST = /^[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9])?$|^[0-9a-f:]+:[0-9a-f:.]+$/
