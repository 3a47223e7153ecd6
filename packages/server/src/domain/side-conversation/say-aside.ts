import type { Tx } from '../../db/database.ts'
import { isNobodyThere } from '../../mail/bounce.ts'
import type { BounceReport } from '../../mail/read-mail.ts'
import { fromPlain } from '../../text/html.ts'
import { requireOperator } from '../admin/index.ts'
import { selectByMessageIds, selectSideOfOutgoing } from '../mail-thread/index.ts'
import type { Told } from '../outgoing/index.ts'
import {
  insertSidePart,
  type NewSidePart,
  selectSideConversation,
  updateFault,
  type Writer,
} from './side-conversation.sql.ts'

/** Has the Operator say something in a side conversation, of which nobody is mailed. Returns the part's id. */
export async function sayAside(
  tx: Tx,
  by: Writer,
  { id, ...words }: { id: number } & Pick<NewSidePart, 'body' | 'attachments'>,
): Promise<number> {
  const operator = await requireOperator(tx, by)
  return insertSidePart(tx, by, id, { ...words, author: { ...operator, type: 'bot' } })
}

/** Says in a side conversation that a mail of it was not taken, in the transaction that settles it. */
export async function recordSideMailed(tx: Tx, told: Told): Promise<void> {
  if (told.kind !== 'side_conversation' || told.status !== 'failed') return
  const { workspaceId, addresses, error, now } = told
  const id = await selectSideOfOutgoing(tx, workspaceId, told.outgoingId)
  if (id === undefined) return
  if (isNobodyThere(error)) await updateFault(tx, workspaceId, { id, emails: addresses, fault: error })
  const body = fromPlain(`The mail to ${addresses.join(', ')} could not be sent: ${error}`)
  await sayAside(tx, { workspace: { id: workspaceId }, now }, { id, body })
}

/**
 * Says in a side conversation that a mail of it came back: the one that the report names, else of the side conversation that the report
 * was sent back to. Undefined for a report of no mail of one.
 */
export async function recordSideBounce(
  tx: Tx,
  by: Writer,
  { report, tagged }: { report: BounceReport; tagged: number | undefined },
): Promise<{ conversationId: number; partId: number } | undefined> {
  const { id: workspaceId } = by.workspace
  const ids = report.messageId === undefined ? [] : [report.messageId]
  const named = (await selectByMessageIds(tx, workspaceId, ids)).find(({ direction }) => direction === 'out')
  const id = named?.side_conversation_id ?? tagged
  const row = id === undefined ? undefined : await selectSideConversation(tx, workspaceId, id)
  if (!row) return undefined
  for (const { address, reason, forGood } of report.recipients)
    if (forGood) await updateFault(tx, workspaceId, { id: row.id, emails: [address], fault: reason })
  const lines = report.recipients.map(({ address, reason }) => `The mail to ${address} came back: ${reason}`)
  const partId = await sayAside(tx, by, { id: row.id, body: fromPlain(lines.join('\n')) })
  return { conversationId: row.conversation_id, partId }
}
