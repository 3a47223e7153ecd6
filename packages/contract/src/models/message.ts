import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'

/** A message sent outside a conversation, or the first one of a conversation. */
export const Message = model('message', {
  type: oneOf('admin_message', 'user_message'),
  id: Type.String(),
  created_at: Timestamp(),
  subject: optional(nullable(Type.String())),
  body: nullable(Type.String()),
  message_type: oneOf('email', 'inapp', 'facebook', 'twitter', 'sms', 'whatsapp'),
  conversation_id: optional(Type.String()),
  owner: optional(
    Type.Object({
      type: Type.Literal('admin'),
      id: Type.String(),
      name: Type.String(),
      email: Type.String(),
      away_mode_enabled: Type.Boolean(),
      away_mode_reassign: Type.Boolean(),
    }),
  ),
})
