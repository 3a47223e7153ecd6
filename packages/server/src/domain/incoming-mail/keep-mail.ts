import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import {
  assignConversation,
  lockConversation,
  replyAsAdmin,
  replyAsContact,
  startConversation,
} from '../conversation/index.ts'
import { insertThreadMail } from '../mail-thread/index.ts'
import type { Incoming } from './accept-mail.ts'
import { noteIn } from './add-words.ts'
import { type Settled, selectTeamId } from './incoming-mail.sql.ts'
import { addCopied, type Sender } from './people.ts'
import type { Place } from './thread-of.ts'

interface Keeping extends Incoming {
  thread: Place | undefined
  /** The conversation of a side conversation that it answers, whose sender takes no part there. */
  besideId?: number | undefined
  automatic: boolean
  /** A customer, or a teammate for whose address its domain stands by the mail. */
  by: { sender: Sender; trusted: boolean } | { teammate: { id: number; name: string; email: string } }
}

/**
 * Puts a mail into the conversation it belongs to, or begins one. Whoever takes no part in a conversation writes into none: that
 * they know an address or an id that was passed on to them gives their words a conversation of their own.
 */
export async function keepMail(tx: Tx, actor: Actor, of: Keeping): Promise<Settled> {
  const { thread, by } = of
  const kept =
    thread && ('teammate' in by || by.sender.takesPart)
      ? await addTo(tx, actor, of, thread)
      : await begin(tx, actor, of)
  await remember(tx, actor, of, kept)
  return { status: 'accepted', ...kept }
}

interface Kept {
  conversationId: number
  /** Null for what a conversation begins with. */
  partId: number | null
  sideConversationId?: number
}

async function addTo(tx: Tx, actor: Actor, of: Keeping, { id }: Place): Promise<Kept> {
  const { by, words, mail } = of
  const conversation = await lockConversation(tx, actor, id)
  const { attachments, body } = words
  if ('teammate' in by) {
    const admin = { ...by.teammate, kind: 'admin' as const }
    const as = { ...actor, adminId: admin.id }
    const partId = await replyAsAdmin(tx, as, {
      ...{ conversation, admin, messageType: 'comment', body, attachments },
    })
    return { conversationId: id, partId }
  }
  const partId = await replyAsContact(tx, actor, {
    ...{ conversation, contact: by.sender, html: body, attachments, email: metadataOf(mail) },
  })
  await addCopied(tx, actor, { ...of, sender: by.sender, conversationId: id })
  return { conversationId: id, partId }
}

async function begin(tx: Tx, actor: Actor, of: Keeping): Promise<Kept> {
  const { by, words, mail, mailbox, thread, besideId } = of
  if ('teammate' in by) throw new Error('a teammate begins no conversation by mail')
  const { id } = await startConversation(tx, actor, {
    ...{ contact: by.sender, body: words.body, subject: mail.subject, attachments: words.attachments },
    ...{
      sourceType: 'email',
      brandId: mailbox.brand_id ?? undefined,
      email: sourceEmailOf(mail, words.quoted),
    },
  })
  if (by.trusted) await addCopied(tx, actor, { ...of, sender: by.sender, conversationId: id })
  else await noteIn(tx, actor, { conversationId: id, text: NOT_THEIRS })
  if (thread) await noteIn(tx, actor, { conversationId: id, text: strangerIn(`conversation ${thread.id}`) })
  if (besideId !== undefined)
    await noteIn(tx, actor, {
      conversationId: id,
      text: strangerIn(`a side conversation of conversation ${besideId}`),
    })
  if (mailbox.team_id !== null) await giveToTeam(tx, actor, { id, teamId: mailbox.team_id })
  return { conversationId: id, partId: null }
}

const NOT_THEIRS =
  'The domain of this address says that it did not send this mail. Do not take it for the person whose address it is.'

const strangerIn = (what: string): string =>
  `This answers ${what}, in which its sender takes no part. It is kept apart from it.`

async function giveToTeam(
  tx: Tx,
  actor: Actor,
  { id, teamId }: { id: number; teamId: number },
): Promise<void> {
  if (!(await selectTeamId(tx, actor.workspace.id, teamId))) return
  await assignConversation(tx, actor, {
    conversation: await lockConversation(tx, actor, id),
    admin: await requireOperator(tx, actor),
    assignee: { type: 'team', id: teamId },
    partType: 'default_assignment',
  })
}

/** Keeps a mail with those of its conversation, by which others find where they belong. */
export async function remember(
  tx: Tx,
  actor: Actor,
  of: Pick<Keeping, 'mail' | 'row' | 'words' | 'automatic'>,
  kept: Kept,
): Promise<void> {
  const { mail, row, words, automatic } = of
  await insertThreadMail(tx, {
    ...{ workspaceId: actor.workspace.id, messageId: mail.messageId, direction: 'in', ...kept },
    headers: { from: mail.from ?? null, to: mail.to, cc: mail.cc, subject: mail.subject },
    ...{ fingerprint: mail.fingerprint, quoted: words.quoted, rawKey: row.raw_key, outgoingId: null },
    pictures: words.pictures,
    ...{ automatic, now: actor.now },
  })
}

/** What the API tells of a mail beside a part. */
function metadataOf({ subject, from, to, cc, messageId }: ReadMail) {
  const header = (type: string) => (each: Mailbox) => ({
    ...{ type, email_address: each.address, name: each.name ?? null },
  })
  return {
    subject,
    email_address_headers: [
      ...(from ? [header('from')(from)] : []),
      ...to.map(header('to')),
      ...cc.map(header('cc')),
    ],
    message_id: messageId || null,
  }
}

/** The same beside what a conversation begins with. */
function sourceEmailOf(mail: ReadMail, quoted: string | null): Record<string, unknown> {
  const recipient = (type: string) => (each: Mailbox) => ({ type, email: each.address })
  return {
    recipients: [...mail.to.map(recipient('to')), ...mail.cc.map(recipient('cc'))],
    reply_to: mail.replyTo ? [{ email: mail.replyTo.address, name: mail.replyTo.name ?? null }] : [],
    email_message_metadata: { ...metadataOf(mail), history: quoted ?? '' },
  }
}
