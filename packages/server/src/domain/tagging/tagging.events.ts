import type { Happening } from '../../events/append.ts'
import type { ContactRef } from '../contact/index.ts'
import type { ConversationRef } from '../conversation/index.ts'

interface TagRef {
  id: string
  name: string
}

export const contactTagged = (contact: ContactRef, tag: TagRef): Happening => ({
  topic: contact.role === 'user' ? 'contact.user.tag.created' : 'contact.lead.tag.created',
  object: { type: 'contact', id: contact.id },
  payload: { tag: { id: tag.id, name: tag.name } },
})

export const contactUntagged = (contact: ContactRef, tag: TagRef): Happening => ({
  topic: contact.role === 'user' ? 'contact.user.tag.deleted' : 'contact.lead.tag.deleted',
  object: { type: 'contact', id: contact.id },
  payload: { tag: { id: tag.id, name: tag.name } },
})

export const conversationTagged = (
  conversation: ConversationRef,
  partId: number,
  tag: TagRef,
): Happening => ({
  topic: 'conversation_part.tag.created',
  object: { type: 'conversation', id: String(conversation.id) },
  payload: { part_id: String(partId), tag: { id: tag.id, name: tag.name } },
})
