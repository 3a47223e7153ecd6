import type { Tx } from '../../db/database.ts'
import type { BounceReport } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { beginConversation } from './begin-conversation.ts'
import { selectAddressed, selectMessageIdOfMail } from './message-mail.sql.ts'
import { recordFailure } from './record-handover.ts'

/** By what a mail tells that it is about a message: the mails it refers to, the nearest first, else a signed address. */
interface Pointing {
  references: string[]
  tagged: number | undefined
}

/**
 * The conversation of the message that a mail answers. It begins with the first answer of somebody the message went to, and with
 * nothing else: no machine opens it, and nobody to whom the mail was passed on.
 */
export async function conversationAnswered(
  tx: Tx,
  actor: Actor,
  { from, byPerson, ...pointing }: Pointing & { from: string; byPerson: boolean },
): Promise<number | undefined> {
  const messageId = await messageOf(tx, actor.workspace.id, pointing)
  if (messageId === undefined) return undefined
  const addressed = await selectAddressed(tx, actor.workspace.id, messageId)
  const begun = addressed.find(({ conversation_id }) => conversation_id !== null)?.conversation_id
  if (begun) return begun
  return byPerson && addressed.some(({ email }) => email === from)
    ? beginConversation(tx, actor, messageId)
    : undefined
}

/** Keeps that the mail of a message came back; its conversation, where it has one. Undefined for a report of no message of ours. */
export async function recordMessageBounce(
  tx: Tx,
  actor: Actor,
  { report, tagged }: { report: BounceReport; tagged: number | undefined },
): Promise<{ conversationId: number | undefined } | undefined> {
  const { id: workspaceId } = actor.workspace
  const references = report.messageId === undefined ? [] : [report.messageId]
  const messageId = await messageOf(tx, workspaceId, { references, tagged })
  if (messageId === undefined) return undefined
  const addressed = await selectAddressed(tx, workspaceId, messageId)
  for (const { address, reason, forGood } of report.recipients) {
    const contactIds = addressed.filter(({ email }) => email === address).map(({ id }) => id)
    const failure = { workspaceId, channel: 'email' as const, messageId, contactIds, now: actor.now }
    if (contactIds.length > 0) await recordFailure(tx, { ...failure, error: reason, isNobodyThere: forGood })
  }
  return {
    conversationId: addressed.find(each => each.conversation_id !== null)?.conversation_id ?? undefined,
  }
}

const messageOf = async (tx: Tx, workspaceId: string, { references, tagged }: Pointing) =>
  (await selectMessageIdOfMail(tx, workspaceId, references)) ?? tagged
