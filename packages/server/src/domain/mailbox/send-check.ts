import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { enqueueMail } from '../outgoing/index.ts'
import { type MailboxRow, updateAddress, updateMailbox } from './mailbox.sql.ts'

/**
 * Mails the address of a mailbox. When that mail comes in by the mailbox, its `Message-ID`, which nobody else knows, proves that
 * the address is the workspace's: from then on mails are sent as it.
 */
export async function sendCheck(tx: Tx, actor: Actor, mailbox: MailboxRow): Promise<void> {
  const { key } = await enqueueMail(tx, actor, {
    ...{ kind: 'mailbox_check', to: [{ address: mailbox.address }] },
    subject: `${actor.workspace.name}: this address is being checked`,
    text: 'This mail shows that what is sent to this address arrives in the inbox. Nothing has to be done with it.',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
  await updateMailbox(tx, actor.workspace.id, mailbox.id, { check_key: key })
}

/** Takes a mail for the proof of an address; whether it is. */
export async function acceptCheck(tx: Tx, mailbox: MailboxRow, messageId: string): Promise<boolean> {
  if (mailbox.check_key === null || messageId !== mailbox.check_key) return false
  await updateAddress(tx, mailbox, { verified: true })
  await updateMailbox(tx, mailbox.workspace_id, mailbox.id, { check_key: null })
  return true
}
