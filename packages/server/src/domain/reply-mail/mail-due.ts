import type { Database, Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { eachDue } from '../each-due.ts'
import { insertThreadMail, selectLatestOfThread, threadHeaders } from '../mail-thread/index.ts'
import { type MailboxRow, mailboxFor, mailSettingsOf, replyKeyOf, wayBack } from '../mailbox/index.ts'
import { enqueueMail, isAddress } from '../outgoing/index.ts'
import { systemActor } from '../system-actor.ts'
import { fittingFiles } from './enclose.ts'
import { writeMail } from './letter.ts'
import { SOURCE_PART } from './plan-first-mail.ts'
import {
  type DueMail,
  describeParts,
  insertDeliveries,
  insertMailParts,
  putDue,
  type Reader,
  selectDueMails,
  selectLastFromCustomer,
  selectReaders,
  selectSourceWords,
  selectSubject,
  selectUnmailed,
  selectUnmailedSource,
  takeDue,
  type UnmailedPart,
} from './reply-mail.sql.ts'

export interface Mailing {
  database: Database
  secrets: SecretBox
  /** Where the files are that go with mails. */
  files: FileStore
  /** Where the world reaches this server, for links in mails. */
  origin: string
  now: number
  /** One workspace alone, where it is not all of them. */
  within?: string | undefined
}

/**
 * Writes the mails that are due and has them sent: a conversation that waits, what is in its mail, and who gets it change in one
 * transaction, so that no part is mailed twice and none is forgotten. Returns how many conversations were looked at.
 */
export const mailDue = (on: Mailing): Promise<number> =>
  eachDue(
    () => selectDueMails(on.database.unguarded.read, on),
    due => mailOne(on, due),
  )

function mailOne(on: Mailing, due: DueMail): Promise<boolean> {
  const workspace = { id: due.workspace_id, name: due.name, timezone: due.timezone }
  const system = systemActor({ workspace, operatorId: due.operator_id, now: due.now })
  const actor = { ...system, origin: on.origin }
  return on.database.transaction(async tx => {
    const taken = await takeDue(tx, due)
    if (!taken) return false
    const { first_part_id: from, planned_at: at } = taken
    await mailConversation(tx, actor, { ...on, conversationId: due.conversation_id, from, at })
    return true
  }, due.now)
}

type Means = Pick<Mailing, 'secrets' | 'files'>

/** Clocks of callers run behind a little. */
const SKEW = 3600

async function mailConversation(
  tx: Tx,
  actor: Actor,
  of: Means & { conversationId: number; from: number; at: number },
): Promise<void> {
  const { conversationId } = of
  const workspaceId = actor.workspace.id
  const conversation = await selectSubject(tx, workspaceId, conversationId)
  const mailbox = await mailboxFor(tx, workspaceId, conversation?.brand_id ?? null)
  if (!conversation || conversation.merged_into !== null || !mailbox) return
  const unmailed = await unmailedFrom(tx, workspaceId, of)
  if (unmailed.some(part => awaitsFile(part, actor.now)))
    return putDue(tx, workspaceId, { ...of, dueAt: actor.now + FETCHING })
  const thread = await selectLatestOfThread(tx, workspaceId, conversationId, 50)
  const byMail = conversation.source_type === 'email'
  const lastIn = thread.find(({ direction }) => direction === 'in')
  const { mails_bot_replies } = await mailSettingsOf(tx, workspaceId)
  // A machine that answers a machine has nobody to tell, and no end.
  const answersBots = !byMail || (mails_bot_replies && lastIn?.automatic !== true)
  const parts = unmailed.filter(({ author_type }) => author_type === 'admin' || answersBots)
  const readers = await selectReaders(tx, workspaceId, conversationId)
  const { recipients, unseen } = forWhom(readers, parts, byMail)
  if (recipients.length === 0 || unseen.length === 0) return
  await send(tx, actor, { ...of, conversation, mailbox, parts: unseen, recipients, thread })
}

/** What is to be mailed from a part on; part 0 is what the conversation began with. */
async function unmailedFrom(
  tx: Tx,
  workspaceId: string,
  { conversationId, from, at }: { conversationId: number; from: number; at: number },
): Promise<UnmailedPart[]> {
  const source =
    from === SOURCE_PART ? await selectUnmailedSource(tx, workspaceId, conversationId) : undefined
  const parts = await selectUnmailed(tx, workspaceId, { conversationId, from, writtenFrom: at - SKEW })
  return source ? [source, ...parts] : parts
}

/** How often files are looked for that are still being fetched, and how long a mail waits for them, in seconds. */
const FETCHING = 5
const PATIENCE = 75

const awaitsFile = ({ attachments, created_at }: UnmailedPart, now: number): boolean =>
  created_at > now - PATIENCE && attachments.some(({ fetch }) => fetch === 'pending')

/** Those with an address who have something to read, and what it is; by mail nobody can tell what was read. */
function forWhom(readers: Reader[], parts: UnmailedPart[], byMail: boolean) {
  const last = parts.at(-1)?.id ?? 0
  const recipients = readers.filter(
    ({ email, blocked_at, read_part_id }) =>
      isAddress(email) && blocked_at === null && (byMail || read_part_id < last),
  )
  const readByAll = byMail ? NOTHING_READ : Math.min(...recipients.map(({ read_part_id }) => read_part_id))
  return { recipients, unseen: parts.filter(({ id }) => id > readByAll) }
}

/** Not even what the conversation began with. */
const NOTHING_READ = -1

interface Sending extends Means {
  conversationId: number
  conversation: NonNullable<Awaited<ReturnType<typeof selectSubject>>>
  mailbox: MailboxRow
  parts: UnmailedPart[]
  recipients: Reader[]
  thread: Awaited<ReturnType<typeof selectLatestOfThread>>
}

async function send(tx: Tx, actor: Actor, of: Sending): Promise<void> {
  const { conversationId, mailbox, parts, thread } = of
  const workspaceId = actor.workspace.id
  const bounced = of.recipients.filter(({ has_hard_bounced }) => has_hard_bounced)
  const reachable = of.recipients.filter(reader => !bounced.includes(reader))
  const [to, ...cc] = reachable.map(addressed)
  const before = parts[0]?.id ?? 0
  const quoted =
    (await selectLastFromCustomer(tx, workspaceId, { conversationId, before })) ??
    (await selectSourceWords(tx, workspaceId, conversationId))
  const key = await replyKeyOf(tx, of.secrets, workspaceId)
  const files = await fittingFiles(of.files, actor, of)
  const letter = writeMail(actor, { ...of, quoted, files })
  const mail = {
    ...{ kind: 'conversation_reply', cc, fromName: letter.fromName },
    ...wayBack({ key, mailbox, of: 'conversation', id: conversationId, name: letter.fromName }),
    ...{ subject: letter.subject, html: letter.html, text: letter.text },
    enclosed: { files, linked: writeMail(actor, { ...of, quoted, files: [] }) },
    headers: {
      ...threadHeaders(thread),
      ...(parts.every(({ author_type }) => author_type !== 'admin') && BY_MACHINE),
      'X-Guichet-Mail': 'conversation',
    },
  }
  const enqueued = to && (await enqueueMail(tx, actor, { ...mail, to: [to] }))
  // Nobody to send to: the parts still say why they did not leave, under a number that no mail has.
  const outgoingId = enqueued?.id ?? -(parts.find(({ id }) => id !== SOURCE_PART)?.id ?? conversationId)
  const carried = { conversationId, outgoingId, partIds: parts.map(({ id }) => id) }
  await insertMailParts(tx, workspaceId, carried)
  await insertDeliveries(tx, workspaceId, {
    ...{ conversationId, outgoingId, now: actor.now },
    deliveries: [
      ...reachable.map(each => ({ ...delivery(each), status: 'pending' as const, error: null })),
      ...bounced.map(each => ({ ...delivery(each), status: 'failed' as const, error: CAME_BACK })),
    ],
  })
  if (!enqueued) return
  const headers = {
    from: { address: mailbox.address, name: letter.fromName },
    to: [to],
    cc,
    subject: mail.subject,
  }
  await insertThreadMail(tx, {
    ...{ workspaceId, messageId: enqueued.key, direction: 'out', conversationId, partId: null, headers },
    ...{ automatic: false, fingerprint: null, quoted: null, rawKey: null, outgoingId, now: actor.now },
  })
  const metadata = metadataOf(enqueued.key, headers)
  await describeParts(tx, workspaceId, { ...carried, metadata })
}

/** Keeps machines from answering one another. */
const BY_MACHINE = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }

const CAME_BACK = 'mails to the address came back'

const addressed = ({ id, name, email }: Reader) => ({ contactId: id, name, address: email ?? '' })
const delivery = ({ id, email }: Reader) => ({ contactId: id, address: email ?? '' })

interface Headers {
  from: { address: string; name?: string | null }
  to: { address: string; name?: string | null }[]
  cc: { address: string; name?: string | null }[]
  subject: string
}

/** What the API tells of a mail beside a part. */
function metadataOf(messageId: string, { from, to, cc, subject }: Headers): object {
  const header = (type: string) => (each: Headers['from']) => ({
    ...{ type, email_address: each.address, name: each.name ?? null },
  })
  const headers = [header('from')(from), ...to.map(header('to')), ...cc.map(header('cc'))]
  return { subject, email_address_headers: headers, message_id: messageId }
}
