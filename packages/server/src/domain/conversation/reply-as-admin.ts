import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { toHtml } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import { touchContacts } from '../contact/index.ts'
import { recordMentions } from '../mention/index.ts'
import type { Attachment } from './attachment.ts'
import { type ConversationAct, happened } from './conversation.events.ts'
import { addPart, adminAuthor, type Written } from './part.ts'
import type { QuickReply } from './reply-text.ts'
import type { Translated } from './reply-translation.ts'
import type { Standing } from './standing.ts'
import { adminReplied, after, opened } from './statistics.ts'

export interface AdminReply {
  conversation: Standing
  admin: AdminRef
  messageType: 'comment' | 'note' | 'quick_reply'
  /** As the admin wrote it: HTML or plain text. */
  body?: string | null | undefined
  /** What the customer gets in its place. */
  translation?: Translated | undefined
  options?: QuickReply[]
  attachments?: Attachment[]
  /** When it was, in seconds; now when left out. */
  createdAt?: number | undefined
  skipUnsnooze?: boolean | undefined
  skipNotifications?: boolean | undefined
  /** Opens a closed conversation along with a note. */
  reopen?: boolean
  /** Of an AI agent's replies. */
  ai?: { from_ai_agent: boolean; is_ai_answer: boolean }
  app_package_code?: string | null
}

/** A comment, a note or quick replies by an admin or by Operator. Wakes a snoozed conversation. Returns the part's id. */
export async function replyAsAdmin(tx: Tx, actor: Actor, reply: AdminReply): Promise<number> {
  const { conversation, admin, messageType, createdAt: at = actor.now, attachments = [] } = reply
  const wakes = opens(reply)
  const isReply = messageType !== 'note' && admin.kind === 'admin'
  const changes = after(conversation, ...(wakes ? [opened(at)] : []), ...(isReply ? [adminReplied(at)] : []))
  const words = messageType === 'quick_reply' ? null : toHtml(reply.body ?? '')
  const { translation } = reply
  const body = translation?.body ?? words
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes,
    teammate: admin,
    part: {
      part_type: partType(reply, wakes),
      author: { ...adminAuthor(admin), ...reply.ai },
      body,
      ...(translation && { written: writtenIn(translation, words ?? '') }),
      created_at: at,
      attachments,
      ...(reply.skipNotifications && { notified_at: null }),
      state: changes.state ?? conversation.state,
      ...(reply.options && { metadata: { quick_reply_options: reply.options } }),
      ...(reply.app_package_code && { app_package_code: reply.app_package_code }),
    },
  })
  if (messageType === 'note' && body)
    await recordMentions(tx, actor, {
      ...{ conversationId: conversation.id, partId: id, authorId: admin.id, html: body },
    })
  if (messageType !== 'note')
    await touchContacts(tx, actor, conversation.contact_ids, { last_contacted_at: at })
  await append(tx, actor, ...actsOf(reply).flatMap(act => happened(conversation, act, [id])))
  return id
}

function opens({ conversation, messageType, skipUnsnooze, reopen }: AdminReply): boolean {
  if (conversation.state === 'snoozed') return !skipUnsnooze && messageType !== 'quick_reply'
  return conversation.state === 'closed' && reopen === true
}

function partType({ conversation, messageType }: AdminReply, wakes: boolean): string {
  if (messageType !== 'note' || !wakes) return messageType
  return conversation.state === 'snoozed' ? 'note_and_unsnooze' : 'note_and_reopen'
}

const writtenIn = ({ originalLocale, locale }: Translated, body: string): Written => ({
  ...{ locale: originalLocale, to: locale, body },
})

function actsOf({ messageType, admin, translation }: AdminReply): ConversationAct[] {
  if (messageType === 'note') return ['noted']
  if (admin.kind === 'bot') return ['operatorReplied']
  return translation ? ['adminReplied', 'adminRepliedTranslated'] : ['adminReplied']
}
