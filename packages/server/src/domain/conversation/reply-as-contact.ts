import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { fromPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, touchContacts } from '../contact/index.ts'
import type { Attachment } from './attachment.ts'
import { happened } from './conversation.events.ts'
import { addPart, contactAuthor } from './part.ts'
import type { QuickReply } from './reply-text.ts'
import type { Standing } from './standing.ts'
import { after, contactReplied, opened } from './statistics.ts'

export interface ContactReply {
  conversation: Standing
  contact: ContactRef
  /** Plain text, taken literally. */
  body?: string | undefined
  /** Sanitised HTML instead, from where people write in it. */
  html?: string
  /** Of words that came by mail: what the API tells of that. */
  email?: unknown
  /** The quick reply that was picked. */
  picked?: QuickReply | undefined
  attachments?: Attachment[]
  /** When it was, in seconds; now when left out. */
  createdAt?: number | undefined
}

/** A contact writes, or picks a quick reply. Opens a closed or snoozed conversation: the part is then the opening. */
export async function replyAsContact(tx: Tx, actor: Actor, reply: ContactReply): Promise<number> {
  const { conversation, contact, picked, createdAt: at = actor.now, attachments = [] } = reply
  const words = picked ? picked.text : (reply.body ?? '')
  const id = await addPart(tx, actor, {
    conversationId: conversation.id,
    changes: after(conversation, opened(at), contactReplied(at)),
    part: {
      part_type: conversation.state === 'open' ? (picked ? 'quick_reply' : 'comment') : 'open',
      author: contactAuthor(contact),
      body: reply.html ?? fromPlain(words),
      created_at: at,
      attachments,
      ...(reply.email !== undefined && { email_message_metadata: reply.email }),
      ...(picked && { metadata: { quick_reply_uuid: picked.uuid } }),
    },
  })
  await touchContacts(tx, actor, [contact.id], { last_replied_at: at })
  await append(tx, actor, ...happened(conversation, 'contactReplied', [id]))
  return id
}
