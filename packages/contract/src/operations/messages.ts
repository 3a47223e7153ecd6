import { Message } from '../models/message.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, IntegerInput, model, nullable, optional, since, Type } from '../schema.ts'

export const Recipient = Type.Object({
  type: optional(Type.String()),
  id: optional(IdInput()),
  user_id: optional(IdInput()),
  email: optional(Type.String()),
  phone: optional(IdInput()),
  name: optional(nullable(Type.String())),
})

const Recipients = Type.Union([Recipient, Type.Array(Recipient)])

/** Every kind of message in one shape; the domain tells them apart by `from.type` and `message_type`. */
export const CreateMessageRequest = model('create_message_request', {
  message_type: optional(Type.String()),
  subject: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  template: optional(nullable(Type.Unknown())),
  components: optional(Type.Array(Dictionary())),
  locale: optional(Type.String()),
  from: optional(Recipient),
  to: optional(Recipients),
  cc: since('2.14', optional(Recipients)),
  bcc: since('2.14', optional(Recipients)),
  created_at: since('2.11', optional(IntegerInput())),
  create_conversation_without_contact_reply: optional(Type.Boolean()),
  referer: optional(Type.String()),
})

export const messages = family({
  create: {
    method: 'POST',
    path: '/messages',
    scope: 'write_conversations',
    summary: 'Send a message',
    body: CreateMessageRequest,
    bodyOptional: true,
    answer: Message,
  },
})
