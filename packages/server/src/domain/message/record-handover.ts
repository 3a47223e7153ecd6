import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { recordWhatsappMessage } from '../message-status/index.ts'
import type { Told } from '../outgoing/index.ts'
import { messageStats } from './message.events.ts'
import { markBounced, selectSent, updateRecipients } from './message.sql.ts'

/** Keeps what became of a message when its channel was given it, in the transaction that settles it there. */
export async function recordHandover(tx: Tx, told: Told): Promise<void> {
  const { workspaceId, messageId, contactIds, status, error, now } = told
  if (messageId === null || contactIds.length === 0) return
  const moved = await updateRecipients(tx, workspaceId, { messageId, contactIds, status, error, now })
  const bounced = told.channel === 'email' && status === 'failed' && isNobodyThere(error)
  if (bounced) await markBounced(tx, workspaceId, contactIds)
  if (status === 'sent' || bounced) await announce(tx, { ...told, messageId }, moved)
  if (told.channel === 'whatsapp') await recordWhatsapp(tx, { ...told, messageId })
}

/** In the name of whoever sent it. */
async function announce(tx: Tx, told: Told & { messageId: number }, contactIds: string[]): Promise<void> {
  const { workspaceId, channel, messageId, status, now } = told
  const message = await selectSent(tx, workspaceId, messageId)
  if (!message) return
  const stat = status === 'sent' ? 'receipt' : 'hard_bounce'
  await append(
    tx,
    { workspace: { id: workspaceId }, adminId: message.admin_id ?? 0, appId: 0, now },
    ...messageStats({ channel, messageId, subject: message.subject }, stat, contactIds),
  )
}

/** A server's permanent refusal of an address (RFC 3463: 5.1.x, or the code that goes with it), not of the words. */
const isNobodyThere = (error: string | null): boolean => /^55[013][ -](?:5\.1\.\d+|(?!5\.))/.test(error ?? '')

/** WhatsApp's own list of messages has those that it gave an id. */
async function recordWhatsapp(tx: Tx, told: Told & { messageId: number }): Promise<void> {
  const [contactId] = told.contactIds
  if (told.carrierId === null || contactId === undefined) return
  const message = await selectSent(tx, told.workspaceId, told.messageId)
  await recordWhatsappMessage(
    tx,
    { workspace: { id: told.workspaceId }, now: told.now },
    {
      ...{ messageId: told.carrierId, contactId, templateName: message?.template ?? '' },
      ...{ status: 'sent', sentAt: message?.created_at ?? told.now },
    },
  )
}
