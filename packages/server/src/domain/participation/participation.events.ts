import type { Happening } from '../../events/append.ts'

interface Joined {
  conversation: { id: number; is_ticket: boolean }
  partId: number
  contactId: string
}

export const contactAttached = (joined: Joined): Happening => happened('contact.attached', joined)

export const contactDetached = (left: Joined): Happening => happened('contact.detached', left)

const happened = (
  topic: 'contact.attached' | 'contact.detached',
  { conversation, partId, contactId }: Joined,
): Happening => {
  const type = conversation.is_ticket ? 'ticket' : 'conversation'
  return {
    topic: `${type}.${topic}`,
    object: { type, id: String(conversation.id) },
    payload: { part_ids: [String(partId)], part_id: String(partId), contact_id: contactId },
  }
}
