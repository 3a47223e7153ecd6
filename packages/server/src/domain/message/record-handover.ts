import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { isNobodyThere } from '../../mail/bounce.ts'
import { recordWhatsappMessage } from '../message-status/index.ts'
import type { Told } from '../outgoing/index.ts'
import { messageStats } from './message.events.ts'
import { markBounced, selectSent, updateRecipients } from './message.sql.ts'

/** Keeps what became of a message when its channel was given it, in the transaction that settles it there. */
export async function recordHandover(tx: Tx, told: Told): Promise<void> {
  const { workspaceId, messageId, contactIds, status, error } = told
  if (messageId === null || contactIds.length === 0) return
  if (status === 'failed') {
    const bounced = told.channel === 'email' && isNobodyThere(error)
    await recordFailure(tx, { ...told, messageId, isNobodyThere: bounced })
  } else {
    const moved = await updateRecipients(tx, workspaceId, { ...told, messageId, status })
    if (status === 'sent') await announce(tx, { ...told, messageId, stat: 'receipt' }, moved)
  }
  if (told.channel === 'whatsapp') await recordWhatsapp(tx, { ...told, messageId })
}

type Failure = Pick<Told, 'workspaceId' | 'channel' | 'contactIds' | 'error' | 'now'> & { messageId: number }

/** Keeps that a message did not reach some of its readers, and that nobody is where one went. */
export async function recordFailure(
  tx: Tx,
  { isNobodyThere: bounced, ...failure }: Failure & { isNobodyThere: boolean },
): Promise<void> {
  const { workspaceId, contactIds } = failure
  const moved = await updateRecipients(tx, workspaceId, { ...failure, status: 'failed' })
  if (!bounced) return
  await markBounced(tx, workspaceId, contactIds)
  await announce(tx, { ...failure, stat: 'hard_bounce' }, moved)
}

/** In the name of whoever sent it. */
async function announce(
  tx: Tx,
  told: Omit<Failure, 'contactIds' | 'error'> & { stat: 'receipt' | 'hard_bounce' },
  contactIds: string[],
): Promise<void> {
  const { workspaceId, channel, messageId, stat, now } = told
  const message = await selectSent(tx, workspaceId, messageId)
  if (!message) return
  await append(
    tx,
    { workspace: { id: workspaceId }, adminId: message.admin_id ?? 0, appId: 0, now },
    ...messageStats({ channel, messageId, subject: message.subject }, stat, contactIds),
  )
}

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
