import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'

export const WhatsappMessageStatus = model('whatsapp_message_status', {
  conversation_id: Type.String(),
  status: oneOf('sent', 'delivered', 'read', 'failed'),
  type: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  template_name: Type.String(),
  message_id: Type.String(),
  error: optional(nullable(Type.Object({ message: Type.String(), details: Type.String() }))),
})

export const WhatsappMessageStatusList = model('whatsapp_message_status_list', {
  type: Type.Literal('list'),
  ruleset_id: Type.String(),
  pages: Type.Object({
    type: Type.Literal('pages'),
    per_page: Type.Integer(),
    total_pages: Type.Integer(),
    next: nullable(Type.Object({ starting_after: Type.String() })),
  }),
  total_count: Type.Integer(),
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      conversation_id: Type.String(),
      user_id: Type.String(),
      status: oneOf('sent', 'delivered', 'read', 'failed'),
      type: Type.Literal('broadcast_outbound'),
      created_at: Timestamp(),
      updated_at: Timestamp(),
      whatsapp_message_id: Type.String(),
      template_name: Type.String(),
    }),
  ),
})
