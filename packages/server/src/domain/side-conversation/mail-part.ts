import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { insertThreadMail, selectLatestOfSideThread, threadHeaders } from '../mail-thread/index.ts'
import { mailboxFor, wayBack } from '../mailbox/index.ts'
import { enqueueMail, isAddress } from '../outgoing/index.ts'
import { type NewSidePart, type SideConversationRow, selectBeside } from './side-conversation.sql.ts'

interface Mailing extends NewSidePart {
  partId: number
  to: { email: string; name: string | null }[]
  /** What reply addresses are signed with. */
  key: Buffer
}

/**
 * Mails a part in the thread of its side conversation. Answers come back into it where an address of ours takes mails in; else whoever
 * wrote gets them.
 */
export async function mailPart(
  tx: Tx,
  actor: Actor,
  row: SideConversationRow,
  { partId, body, author, to, key }: Mailing,
): Promise<void> {
  const { id: workspaceId, name } = actor.workspace
  if (to.length === 0) return
  const thread = await selectLatestOfSideThread(tx, workspaceId, row.id, 50)
  const beside = await selectBeside(tx, workspaceId, row.conversation_id)
  const mailbox = await mailboxFor(tx, workspaceId, beside?.brand_id ?? null)
  const fromName = `${author.name ?? author.email} (${name})`
  const subject = row.subject || `Conversation ${row.conversation_id}`
  const addressed = to.map(each => ({ address: each.email, name: each.name }))
  const enqueued = await enqueueMail(tx, actor, {
    ...{ kind: 'side_conversation', fromName, to: addressed, html: body, text: toPlain(body) },
    subject: thread.length > 0 ? `Re: ${subject}` : subject,
    headers: threadHeaders(thread),
    ...(mailbox
      ? wayBack({ key, mailbox, of: 'side_conversation', id: row.id, name: fromName })
      : isAddress(author.email) && { replyTo: { address: author.email, name: author.name } }),
  })
  await insertThreadMail(tx, {
    ...{ workspaceId, messageId: enqueued.key, direction: 'out', conversationId: row.conversation_id },
    ...{ sideConversationId: row.id, partId, automatic: false, outgoingId: enqueued.id, now: actor.now },
    headers: {
      from: { address: mailbox?.address ?? author.email ?? '', name: fromName },
      to: addressed,
      cc: [],
      subject,
    },
    ...{ fingerprint: null, quoted: null, rawKey: null },
  })
}
