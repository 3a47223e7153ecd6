import type { Tx } from '../../db/database.ts'
import { fromPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { type Attachment, lockConversation, replyAsAdmin } from '../conversation/index.ts'

/** Has the Operator note something, which wakes and opens nothing. Returns the part's id. */
export async function noteIn(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; text?: string; html?: string; attachments?: Attachment[] },
): Promise<number> {
  return replyAsAdmin(tx, actor, {
    conversation: await lockConversation(tx, actor, of.conversationId),
    admin: await requireOperator(tx, actor),
    messageType: 'note',
    body: of.html ?? fromPlain(of.text ?? ''),
    attachments: of.attachments ?? [],
    skipUnsnooze: true,
  })
}
