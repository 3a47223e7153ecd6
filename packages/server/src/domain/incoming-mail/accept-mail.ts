import type { Tx } from '../../db/database.ts'
import { authenticationOf } from '../../mail/authentication.ts'
import { type Writer, writerOf } from '../../mail/automatic.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { lockFingerprint, selectByMessageIds, wasTaken } from '../mail-thread/index.ts'
import { acceptCheck, type MailboxRow } from '../mailbox/index.ts'
import { recordMessageBounce } from '../message/index.ts'
import { recordBounce } from '../reply-mail/index.ts'
import { recordSideBounce } from '../side-conversation/index.ts'
import { noteIn } from './add-words.ts'
import { countFrom, type IncomingRow, type Settled, selectTeammate } from './incoming-mail.sql.ts'
import { keepAside } from './keep-aside.ts'
import { keepMail } from './keep-mail.ts'
import { isOwn, senderOf } from './people.ts'
import { asideOf, conversationOf, taggedId } from './thread-of.ts'
import type { Words } from './words.ts'

/** A mail that is read, and what it takes to say what becomes of it. */
export interface Incoming {
  row: IncomingRow
  mail: ReadMail
  words: Words
  mailbox: MailboxRow
  /** Every address of the workspace that customers write to. */
  own: string[]
  /** What reply addresses are signed with. */
  key: Buffer
}

/** More than anybody writes: a machine that answers a machine. */
const MOST_FROM_ONE = 60
const WITHIN = 600
const MOST_HOPS = 50

/**
 * Says what becomes of a mail, and does it: words in a conversation, a report that another did not arrive, or nothing, with the
 * reason. Nothing here answers it.
 */
export async function acceptMail(tx: Tx, actor: Actor, incoming: Incoming): Promise<Settled> {
  const { row, mail, mailbox } = incoming
  if (await acceptCheck(tx, mailbox, mail.messageId))
    return { status: 'accepted', reason: 'proves the address' }
  if (await isOurs(tx, actor, incoming)) return { status: 'rejected', reason: 'one of our own mails' }
  if (mail.report) return acceptReport(tx, actor, incoming, mail.report)
  const known = await lockFingerprint(tx, actor.workspace.id, mail.fingerprint)
  if (known) return { status: 'duplicate', conversationId: known.conversation_id }
  if (await wasTaken(tx, actor.workspace.id, { fingerprint: mail.fingerprint, id: row.id }))
    return { status: 'duplicate' }
  const writer = writerOf(mail)
  const from = fromOf(mail, writer)
  if (!from) return { status: 'rejected', reason: 'says of nobody that they wrote it' }
  const byHand = row.reason === BY_HAND
  const since = { sender: mail.from?.address ?? from.address, since: row.received_at - WITHIN }
  if (!byHand && (await countFrom(tx, actor.workspace.id, since)) >= MOST_FROM_ONE)
    return { status: 'held', reason: 'too many from this sender within ten minutes' }
  return acceptWords(tx, actor, incoming, { writer, from, byHand })
}

const BY_HAND = 'by hand'

/** What we sent, or what was sent in our name, and comes around again. */
async function isOurs(tx: Tx, actor: Actor, { mail, own, mailbox }: Incoming): Promise<boolean> {
  if (mail.from && isOwn(mail.from.address, own)) return true
  if (mail.headers('received').length > MOST_HOPS) return true
  if (mail.delivered.filter(address => address === mailbox.address).length > 3) return true
  if (mail.messageId === '') return false
  const known = await selectByMessageIds(tx, actor.workspace.id, [mail.messageId])
  return known.some(({ direction }) => direction === 'out')
}

async function acceptReport(
  tx: Tx,
  actor: Actor,
  { mail, key }: Incoming,
  report: NonNullable<ReadMail['report']>,
): Promise<Settled> {
  if (report.recipients.length === 0) return { status: 'rejected', reason: 'a report that nothing failed' }
  const accepted = { status: 'accepted' as const, reason: 'a report that a mail came back' }
  const aside = await recordSideBounce(tx, actor, { report, tagged: taggedId(key, mail, 't') })
  if (aside) return { ...accepted, ...aside }
  const of = { report, conversationId: taggedId(key, mail, 'b'), now: actor.now }
  const told = await recordBounce(tx, actor.workspace.id, of)
  const bounced =
    told === undefined
      ? await recordMessageBounce(tx, actor, { report, tagged: taggedId(key, mail, 'n') })
      : { conversationId: told }
  if (!bounced) return { status: 'rejected', reason: 'a report of a mail that is not ours' }
  const { conversationId } = bounced
  if (conversationId === undefined) return accepted
  const lines = report.recipients.map(({ address, reason }) => `The mail to ${address} came back: ${reason}`)
  const partId = await noteIn(tx, actor, { conversationId, text: lines.join('\n') })
  return { ...accepted, conversationId, partId }
}

/** A form of a web site is from its machine, and says in `Reply-To` whose words it brings. */
const fromOf = (mail: ReadMail, writer: Writer): Mailbox | undefined =>
  writer === 'machine' && mail.replyTo ? mail.replyTo : mail.from

async function acceptWords(
  tx: Tx,
  actor: Actor,
  incoming: Incoming,
  { writer, from, byHand }: { writer: Writer; from: Mailbox; byHand: boolean },
): Promise<Settled> {
  const { mail, words, mailbox } = incoming
  const standing = authenticationOf(mail, mailbox.authserv_id)
  const trusted = standing !== 'fail'
  const byPerson = writer !== 'answering_machine' || byHand
  const proven = standing === 'pass'
  const aside = trusted ? await asideOf(tx, actor, incoming) : undefined
  const kept = aside && (await keepAside(tx, actor, { ...incoming, aside, from, byPerson, proven }))
  if (kept) return kept
  const thread =
    trusted && !aside
      ? await conversationOf(tx, actor, incoming, { from: from.address, byPerson })
      : undefined
  if (!byPerson) {
    if (!thread) return { status: 'rejected', reason: 'an automatic answer to no conversation' }
    const html = `<p>Automatic answer:</p>${words.body}`
    const partId = await noteIn(tx, actor, {
      conversationId: thread.id,
      html,
      attachments: words.attachments,
    })
    return { status: 'accepted', reason: 'an automatic answer', conversationId: thread.id, partId }
  }
  const automatic = writer !== 'person'
  const teammate = thread && proven ? await selectTeammate(tx, actor.workspace.id, from.address) : undefined
  if (thread && teammate) return keepMail(tx, actor, { ...incoming, thread, automatic, by: { teammate } })
  const sender = await senderOf(tx, actor, { from, among: thread?.contact_ids ?? [], trusted })
  if (sender.blocked) return { status: 'rejected', reason: 'from somebody who is blocked' }
  const besideId = aside?.conversationId
  return keepMail(tx, actor, { ...incoming, thread, besideId, automatic, by: { sender, trusted } })
}
