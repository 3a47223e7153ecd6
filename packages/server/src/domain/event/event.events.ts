import type { Happening } from '../../events/append.ts'

export const eventCreated = (event: { id: number; contactId: string; name: string }): Happening => ({
  topic: 'event.created',
  object: { type: 'event', id: String(event.id) },
  payload: { contact_id: event.contactId, event_name: event.name },
})
