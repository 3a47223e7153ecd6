import { Conversation } from '../models/conversation.ts'
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

/**
 * Both answer the conversation, as the description says, with a `customers` key beside it, which is all that recorded
 * answers hold.
 */
export const participants = family({
  attach: {
    method: 'POST',
    path: '/conversations/{id}/customers',
    scope: 'write_conversations',
    summary: 'Add a participant',
    body: AttachContactRequest,
    answer: Conversation,
  },
  detach: {
    method: 'DELETE',
    path: '/conversations/{conversation_id}/customers/{contact_id}',
    scope: 'write_conversations',
    summary: 'Remove a participant',
    body: DetachContactRequest,
    answer: Conversation,
  },
})
