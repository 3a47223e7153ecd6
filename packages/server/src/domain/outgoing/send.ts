import type { Database, Tx } from '../../db/database.ts'
import type { Handover, Mailer, Refusal } from '../../mail/mailer.ts'
import type { Texter } from '../../mail/texter.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { openEnclosed } from './open-enclosed.ts'
import {
  claimOutgoing,
  type DueOutgoing,
  deleteSettled,
  type Settling,
  selectDue,
  settleOutgoing,
  unencloseOutgoing,
} from './outgoing.sql.ts'

/** What became of a message towards some of those it was for; told in the transaction that keeps it. */
export interface Told {
  workspaceId: string
  /** What was handed over, by its id in the outbox. */
  outgoingId: number
  messageId: number | null
  channel: DueOutgoing['channel']
  kind: string
  contactIds: string[]
  addresses: string[]
  status: 'sent' | 'kept' | 'failed'
  error: string | null
  carrierId: string | null
  now: number
}

export interface Sending {
  database: Database
  mailer: Mailer
  texter: Texter
  /** Where what goes with mails is kept. */
  files: FileStore
  now: number
  /** One workspace alone, for tests. */
  within?: string | undefined
  onTold: (tx: Tx, told: Told) => Promise<void>
}

/** After how many seconds what was not taken is tried again; after the last it has failed for good. */
const RETRIES = [60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400]
/** How long others keep off a message that is being handed over: more than the longest handover. */
const LEASE = 300
const AT_ONCE = 8

/**
 * Sends what is due, some at a time. Who sends a message first puts it off, so that others leave it alone; a process that dies
 * in between leaves it for the next, after the lease. A message is not sent again once it is known to be taken. Whether it was
 * taken by a server that never came to answer, nobody can know (RFC 5321, 6.1): such a one is handed over again, with the same
 * `Message-ID` and `Date`, by which the servers and programs of its readers know it for the same. Returns how many were tried.
 */
export async function sendOutgoing(on: Sending): Promise<number> {
  let tried = 0
  for (;;) {
    const due = await selectDue(on.database.unguarded.read, {
      now: on.now,
      within: on.within,
      limit: AT_ONCE,
    })
    const mine = await Promise.all(due.map(each => sendOne({ ...on, now: each.now }, each)))
    const count = mine.filter(Boolean).length
    if (count === 0) return tried
    tried += count
  }
}

async function sendOne(on: Sending, due: DueOutgoing): Promise<boolean> {
  const mine = await on.database.transaction(tx => claimOutgoing(tx, due, on.now + LEASE))
  if (!mine) return false
  const handover = await (due.channel === 'email' ? handMail(on, due) : handText(on, due, due.channel))
  await on.database.transaction(async tx => {
    if (handover.outcome === 'refused' && handover.tooLarge && due.enclosed) {
      await unencloseOutgoing(tx, due, due.enclosed)
      return settleOutgoing(tx, due, { status: 'pending', now: on.now, error: null, nextAttemptAt: on.now })
    }
    const { settling, told } = outcomeOf(on, due, handover)
    await settleOutgoing(tx, due, settling)
    for (const each of told) await on.onTold(tx, each)
  })
  return true
}

async function handMail({ mailer, files }: Sending, due: DueOutgoing): Promise<Handover> {
  const { to, cc, bcc } = due.recipients
  const enclosed = await openEnclosed(files, due.enclosed?.files ?? [])
  try {
    return await mailer.hand({
      ...{ key: due.key, createdAt: due.created_at, subject: due.subject, headers: due.headers },
      ...{ fromAddress: due.sender.address, returnPath: due.sender.return_path },
      ...{ fromName: due.sender.name, replyTo: due.sender.reply_to ?? undefined, to, cc, bcc },
      ...{ envelope: addressesLeft(due), html: due.html ?? undefined, text: due.plain ?? undefined },
      files: enclosed,
    })
  } finally {
    for (const { bytes } of enclosed) bytes.destroy()
  }
}

function handText({ texter }: Sending, due: DueOutgoing, channel: 'sms' | 'whatsapp'): Promise<Handover> {
  const [to = ''] = addressesLeft(due)
  return texter.hand({
    ...{ channel, key: due.key, to, body: due.plain ?? '', template: due.template ?? undefined },
  })
}

const everybody = ({ recipients: { to, cc, bcc } }: DueOutgoing) => [...to, ...cc, ...bcc]

const addressesLeft = (due: DueOutgoing): string[] =>
  due.remaining ?? [...new Set(everybody(due).map(({ address }) => address))]

/** What is kept of a handover, and what is told of it. */
function outcomeOf(on: Sending, due: DueOutgoing, handover: Handover): { settling: Settling; told: Told[] } {
  const { now } = on
  const left = addressesLeft(due)
  if (handover.outcome === 'kept')
    return { settling: { status: 'kept', now, error: null }, told: [tell(on, due, left, { status: 'kept' })] }
  const wait = RETRIES[due.attempts]
  const refused: Refusal[] =
    handover.outcome === 'sent' ? handover.refused : left.map(address => ({ ...handover, address }))
  const final = refused.filter(({ forGood }) => forGood || wait === undefined)
  const again = refused.filter(each => !final.includes(each)).map(({ address }) => address)
  const taken = left.filter(address => !refused.some(each => each.address === address))
  const carrierId = handover.outcome === 'sent' ? handover.carrierId : null
  const told = [
    ...(taken.length > 0 ? [tell(on, due, taken, { status: 'sent', carrierId })] : []),
    ...final.map(({ address, reason }) => tell(on, due, [address], { status: 'failed', error: reason })),
  ]
  const error = refused.map(({ address, reason }) => `${address}: ${reason}`).join('\n') || null
  if (again.length > 0 && wait !== undefined)
    return { settling: { status: 'pending', now, error, nextAttemptAt: now + wait, remaining: again }, told }
  const reached = taken.length > 0 || left.length < everybody(due).length
  return { settling: { status: reached ? 'sent' : 'failed', now, error, carrierId }, told }
}

const tell = (
  { now }: Sending,
  due: DueOutgoing,
  addresses: string[],
  of: Pick<Told, 'status'> & Partial<Pick<Told, 'error' | 'carrierId'>>,
): Told => ({
  ...{ outgoingId: due.id, addresses },
  ...{ workspaceId: due.workspace_id, messageId: due.message_id, channel: due.channel, kind: due.kind, now },
  contactIds: everybody(due)
    .filter(({ address }) => addresses.includes(address))
    .flatMap(({ contactId }) => contactId ?? []),
  ...{ status: of.status, error: of.error ?? null, carrierId: of.carrierId ?? null },
})

const DAY = 86_400

/** Forgets what left a month ago, and after a day what lets somebody in. */
export const forgetOutgoing = (database: Database, now: number): Promise<void> =>
  database.unguarded.transaction(tx =>
    deleteSettled(tx, { before: now - 30 * DAY, confidentialBefore: now - DAY }),
  )
