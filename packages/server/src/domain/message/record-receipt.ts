import type { Tx } from '../../db/database.ts'
import { recordWhatsappMessage } from '../message-status/index.ts'
import { findByCarrierId } from '../outgoing/index.ts'
import { selectSent, updateRecipients } from './message.sql.ts'

/** What a carrier tells later of a text that it took. */
export interface Receipt {
  workspaceId: string
  channel: 'sms' | 'whatsapp'
  carrierId: string
  status: 'delivered' | 'read' | 'failed'
  error?: string
  now: number
}

/** Keeps what a carrier tells of a text; whether it is one of ours. A status does not go back: read stays read. */
export async function recordReceipt(tx: Tx, receipt: Receipt): Promise<boolean> {
  const { workspaceId, channel, carrierId, status, now } = receipt
  const text = await findByCarrierId(tx, { workspaceId, channel, carrierId })
  if (!text) return false
  const contactIds = text.recipients.to.flatMap(({ contactId }) => contactId ?? [])
  const [contactId] = contactIds
  if (text.message_id === null || contactId === undefined) return true
  const told = { messageId: text.message_id, contactIds, status, error: receipt.error ?? null, now }
  const moved = await updateRecipients(tx, workspaceId, told)
  if (moved.length === 0 || channel !== 'whatsapp') return true
  const message = await selectSent(tx, workspaceId, text.message_id)
  await recordWhatsappMessage(
    tx,
    { workspace: { id: workspaceId }, now },
    {
      ...{ messageId: carrierId, contactId, templateName: message?.template ?? '', status },
      ...(receipt.error !== undefined && { error: { message: receipt.error, details: '' } }),
    },
  )
  return true
}
