import { ConversationParticipants } from '../models/conversation.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../schema.ts'

const Person = {
  intercom_user_id: optional(IdInput()),
  user_id: optional(IdInput()),
  email: optional(Type.String()),
}

/** Who joins a conversation, and who adds them: an admin, or another contact as `customer.customer`. */
export const AttachContactRequest = model('attach_contact_to_conversation_request', {
  admin_id: optional(IdInput()),
  customer: Type.Object({ ...Person, customer: optional(nullable(Type.Object(Person))) }),
})

export const DetachContactRequest = model('detach_contact_from_conversation_request', {
  admin_id: IdInput(),
})

export const participants = family({
  attach: {
    method: 'POST',
    path: '/conversations/{id}/customers',
    scope: 'write_conversations',
    summary: 'Add a participant',
    body: AttachContactRequest,
    answer: ConversationParticipants,
  },
  detach: {
    method: 'DELETE',
    path: '/conversations/{conversation_id}/customers/{contact_id}',
    scope: 'write_conversations',
    summary: 'Remove a participant',
    body: DetachContactRequest,
    answer: ConversationParticipants,
  },
})
