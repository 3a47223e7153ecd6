import type { Tx } from '../../db/database.ts'
import { recordWhatsappMessage } from '../message-status/index.ts'
import type { Told } from '../outgoing/index.ts'
import { markBounced, selectTemplate, updateRecipients } from './message.sql.ts'

/** Keeps what became of a message when its channel was given it, in the transaction that settles it there. */
export async function recordHandover(tx: Tx, told: Told): Promise<void> {
  const { workspaceId, messageId, contactIds, status, error, now } = told
  if (messageId === null || contactIds.length === 0) return
  await updateRecipients(tx, workspaceId, { messageId, contactIds, status, error, now })
  if (told.channel === 'email' && status === 'failed' && isNobodyThere(error))
    await markBounced(tx, workspaceId, contactIds)
  if (told.channel === 'whatsapp') await recordWhatsapp(tx, { ...told, messageId })
}

/** A server's permanent refusal of an address (RFC 3463: 5.1.x, or the code that goes with it), not of the words. */
const isNobodyThere = (error: string | null): boolean => /^55[013][ -](?:5\.1\.\d+|(?!5\.))/.test(error ?? '')

/** WhatsApp's own list of messages has those that it gave an id. */
async function recordWhatsapp(tx: Tx, told: Told & { messageId: number }): Promise<void> {
  const [contactId] = told.contactIds
  if (told.carrierId === null || contactId === undefined) return
  const message = await selectTemplate(tx, told.workspaceId, told.messageId)
  await recordWhatsappMessage(
    tx,
    { workspace: { id: told.workspaceId }, now: told.now },
    {
      ...{ messageId: told.carrierId, contactId, templateName: message?.template ?? '' },
      ...{ status: 'sent', sentAt: message?.created_at ?? told.now },
    },
  )
}
