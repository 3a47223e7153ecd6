import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mailboxFor, mailSettingsOf } from '../mailbox/index.ts'
import { putDue } from './reply-mail.sql.ts'

/**
 * Plans the mail of the message that a teammate begins a conversation with: at once where it is an e-mail, else once its reader had
 * time to see it in the messenger. No event plans it: that a conversation began tells of messages too that have their own mail.
 */
export async function planFirstMail(
  tx: Tx,
  actor: Actor,
  { conversationId, atOnce }: { conversationId: number; atOnce: boolean },
): Promise<void> {
  const { unseen_after_minutes: minutes } = await mailSettingsOf(tx, actor.workspace.id)
  if (!atOnce && minutes === null) return
  if (!(await mailboxFor(tx, actor.workspace.id, null))) return
  const dueAt = actor.now + (atOnce ? 0 : 60 * (minutes ?? 0))
  await putDue(tx, actor.workspace.id, { conversationId, from: SOURCE_PART, at: actor.now, dueAt })
}

/** What the message that a conversation began with goes by among its parts. */
export const SOURCE_PART = 0
