import { errors, type Kind } from '@guichet/contract/errors.ts'
import type { AppliedTag } from '@guichet/contract/models/tag.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { addPart, adminAuthor, type ConversationRef, requireConversation } from '../conversation/index.ts'
import { applyTag, liftTag, mayWriteTags } from '../tag/index.ts'
import { conversationTagged } from './tagging.events.ts'

type AppliedTagView = Static<typeof AppliedTag>

/** Which conversation or ticket, which tag, and the admin who does it. */
export interface ConversationTagging {
  conversationId: string
  tagId: string
  adminId: string | undefined
  /** The error for no such conversation, which differs between the routes of conversations and of tickets. */
  unknown?: Kind
}

/** Tags a conversation or ticket, and says so in a part. 404 for no such conversation, admin or tag. */
export async function tagConversation(
  tx: Tx,
  actor: Actor,
  input: ConversationTagging,
): Promise<AppliedTagView> {
  mayWriteTags(actor)
  const { conversation, by } = await requireBoth(tx, actor, input)
  const { tag, changed } = await applyTag(tx, by, { on: on(conversation), tagId: input.tagId })
  if (changed) await tell(tx, by, conversation, { added: [tag], removed: [] })
  return tag
}

/** Takes a tag off a conversation or ticket, and says so in a part. 404 for no such conversation, admin or tag. */
export async function untagConversation(
  tx: Tx,
  actor: Actor,
  input: ConversationTagging,
): Promise<AppliedTagView> {
  mayWriteTags(actor)
  const { conversation, by } = await requireBoth(tx, actor, input)
  const { tag, changed } = await liftTag(tx, by, { on: on(conversation), tagId: input.tagId })
  if (changed) await tell(tx, by, conversation, { added: [], removed: [tag] })
  return tag
}

async function requireBoth(tx: Tx, actor: Actor, { conversationId, adminId, unknown }: ConversationTagging) {
  const conversation = await requireConversation(tx, actor, conversationId, unknown)
  const admin = await requireAdmin(tx, actor, adminId, errors.adminNotFound)
  return { conversation, by: { ...actor, adminId: admin.id } }
}

const on = (conversation: ConversationRef) => ({ type: 'conversation', id: String(conversation.id) }) as const

async function tell(
  tx: Tx,
  actor: Actor,
  conversation: ConversationRef,
  change: { added: AppliedTagView[]; removed: AppliedTagView[] },
): Promise<void> {
  const admin = await requireAdmin(tx, actor, undefined)
  const partId = await addPart(tx, actor, {
    conversationId: conversation.id,
    part: {
      part_type: 'conversation_tags_updated',
      author: adminAuthor(admin),
      state: conversation.state,
      event_details: { tags_added: change.added.map(nameOf), tags_removed: change.removed.map(nameOf) },
    },
  })
  await append(tx, actor, ...change.added.map(tag => conversationTagged(conversation, partId, tag)))
}

const nameOf = ({ name }: AppliedTagView): string => name
