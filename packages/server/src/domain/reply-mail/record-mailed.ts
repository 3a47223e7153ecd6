import type { Tx } from '../../db/database.ts'
import { isNobodyThere } from '../../mail/bounce.ts'
import type { BounceReport } from '../../mail/read-mail.ts'
import { selectByMessageIds } from '../mail-thread/index.ts'
import type { Told } from '../outgoing/index.ts'
import { markHardBounced, selectLastTo, updateDeliveries } from './reply-mail.sql.ts'

/** Keeps what became of a mail of a conversation when it was handed over, in the transaction that settles it there. */
export async function recordMailed(tx: Tx, told: Told): Promise<void> {
  if (told.kind !== 'conversation_reply') return
  const { workspaceId, outgoingId, addresses, status, error, now } = told
  const moved = await updateDeliveries(tx, workspaceId, { outgoingId, addresses, status, error, now })
  if (status === 'failed' && isNobodyThere(error)) await bounceContacts(tx, workspaceId, moved)
}

/**
 * Keeps that mails came back: of the mail that the report names, else of the last one to the address in the conversation that the
 * report was sent back to. Whoever cannot be reached for good is mailed no more. Returns the conversation; undefined where the
 * report is of no mail of ours.
 */
export async function recordBounce(
  tx: Tx,
  workspaceId: string,
  { report, conversationId, now }: { report: BounceReport; conversationId: number | undefined; now: number },
): Promise<number | undefined> {
  const ids = report.messageId === undefined ? [] : [report.messageId]
  const named = (await selectByMessageIds(tx, workspaceId, ids)).find(({ direction }) => direction === 'out')
  let found: number | undefined
  for (const { address, reason, forGood } of report.recipients) {
    const known = named?.outgoing_id ?? (await lastTo(tx, workspaceId, conversationId, address))
    if (known === undefined) continue
    const of = { outgoingId: known, addresses: [address], status: 'bounced' as const, error: reason, now }
    const moved = await updateDeliveries(tx, workspaceId, of)
    if (forGood) await bounceContacts(tx, workspaceId, moved)
    found ??= moved[0]?.conversation_id
  }
  return found
}

async function lastTo(
  tx: Tx,
  workspaceId: string,
  conversationId: number | undefined,
  address: string,
): Promise<number | undefined> {
  if (conversationId === undefined) return undefined
  return (await selectLastTo(tx, workspaceId, conversationId, address))?.outgoing_id
}

async function bounceContacts(
  tx: Tx,
  workspaceId: string,
  moved: { contact_id: string | null }[],
): Promise<void> {
  const ids = moved.flatMap(({ contact_id }) => contact_id ?? [])
  if (ids.length > 0) await markHardBounced(tx, workspaceId, ids)
}
