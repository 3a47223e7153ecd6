import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import {
  addPart,
  adminAuthor,
  after,
  answerWithParts,
  type ConversationView,
  closed,
  happened,
  lockConversation,
  type Standing,
} from '../conversation/index.ts'
import { addParticipants, contactAttached } from '../participation/index.ts'
import { mayMergeConversations, mayMergeTickets } from './conversation-merge.policy.ts'
import { linkMerged, selectMerged } from './conversation-merge.sql.ts'

/**
 * Merges one conversation, the secondary, into another, the primary: the secondary is closed for good and linked, its
 * contacts take part in the primary, which stays as it was and is the answer. 422 for a pair that cannot be merged.
 */
export async function mergeConversation(
  tx: Tx,
  actor: Actor,
  { secondaryId, primaryId }: { secondaryId: string; primaryId: number },
): Promise<ConversationView> {
  mayMergeConversations(actor)
  if (Number(secondaryId) === primaryId) throw refused('Cannot merge a conversation into itself')
  const { primary, secondary } = await lockBoth(tx, actor, { secondaryId, primaryId })
  if (secondary.is_ticket) mayMergeTickets(actor)
  const author = adminAuthor(await requireOperator(tx, actor))
  await close(tx, actor, secondary, { part_type: 'merged_secondary_conversation', author })
  await linkMerged(tx, actor, { secondaryId: secondary.id, primaryId: primary.id })
  const partId = await addPart(tx, actor, {
    conversationId: primary.id,
    part: { part_type: 'merged_primary_conversation', author, state: primary.state },
  })
  await bringContacts(tx, actor, { from: secondary, to: primary, partId })
  return answerWithParts(tx, actor, primary.id, [partId])
}

/** Locks both in the order of their ids, so that two merges of the same pair wait for one another. */
async function lockBoth(
  tx: Tx,
  actor: Actor,
  { secondaryId, primaryId }: { secondaryId: string; primaryId: number },
): Promise<{ primary: Standing; secondary: Standing }> {
  const lockSecondary = () => lockConversation(tx, actor, secondaryId)
  const lockPrimary = () => lockConversation(tx, actor, primaryId, PRIMARY_NOT_FOUND)
  const primaryFirst = primaryId < Number(secondaryId)
  const first = primaryFirst ? await lockPrimary() : await lockSecondary()
  const second = primaryFirst ? await lockSecondary() : await lockPrimary()
  const merged = await selectMerged(tx, actor.workspace.id, [first.id, second.id])
  if (merged.some(each => each.id !== primaryId))
    throw refused('Secondary conversation has already been merged')
  if (merged.length > 0) throw refused('Primary conversation has already been merged')
  return primaryFirst ? { primary: first, secondary: second } : { primary: second, secondary: first }
}

const PRIMARY_NOT_FOUND = { ...errors.mergeFailed, message: 'Primary conversation not found' }

async function close(
  tx: Tx,
  actor: Actor,
  conversation: Standing,
  part: { part_type: string; author: ReturnType<typeof adminAuthor> },
): Promise<void> {
  const partId = await addPart(tx, actor, {
    conversationId: conversation.id,
    part: { ...part, state: 'closed' },
    changes: after(conversation, closed(actor.now, actor.adminId)),
  })
  await append(tx, actor, ...happened(conversation, 'closed', [partId]))
}

async function bringContacts(
  tx: Tx,
  actor: Actor,
  { from, to: conversation, partId }: { from: Standing; to: Standing; partId: number },
): Promise<void> {
  const { contact_ids: contactIds } = from
  const joined = await addParticipants(tx, actor, { conversationId: conversation.id, contactIds })
  await append(tx, actor, ...joined.map(contactId => contactAttached({ conversation, partId, contactId })))
}

const refused = (message: string): Problem => problem(errors.mergeFailed, message)
