import { SideConversation } from '../../models/side-conversation.ts'
import { family } from '../../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../../schema.ts'

export const StartSideConversationRequest = model('start_side_conversation_request', {
  subject: optional(nullable(Type.String())),
  body: Type.String(),
  /** Teammates by `id`, people outside by `email`. */
  to: optional(
    Type.Array(
      Type.Object({
        id: optional(IdInput()),
        email: optional(Type.String()),
        name: optional(nullable(Type.String())),
      }),
    ),
  ),
})

/** Side conversations, which the public API lists and does not begin. */
export const sideConversations = family({
  start: {
    method: 'POST',
    path: '/app/api/conversations/{id}/side_conversations',
    scope: 'write_conversations',
    summary: 'Begin a side conversation',
    body: StartSideConversationRequest,
    status: 201,
    answer: SideConversation,
  },
  find: {
    method: 'GET',
    path: '/app/api/side_conversations/{id}',
    scope: 'read_conversations',
    summary: 'A side conversation with all its parts',
    answer: SideConversation,
  },
  reply: {
    method: 'POST',
    path: '/app/api/side_conversations/{id}/parts',
    scope: 'write_conversations',
    summary: 'Write in a side conversation',
    body: model('reply_side_conversation_request', { body: Type.String() }),
    status: 201,
    answer: SideConversation,
  },
})
