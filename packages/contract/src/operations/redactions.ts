import { Conversation } from '../models/conversation.ts'
import { family } from '../operation.ts'
import { IdInput, model, optional, Type, texts } from '../schema.ts'

/** A part by `conversation_part_id` or the first message by `source_id`, as `type` says. */
export const RedactConversationRequest = model('redact_conversation_request', {
  type: Type.String(),
  conversation_id: texts(IdInput(), { missing: 'conversation_id is a required parameter' }),
  conversation_part_id: optional(IdInput()),
  source_id: optional(IdInput()),
})

export const redactions = family({
  create: {
    method: 'POST',
    path: '/conversations/redact',
    scope: 'write_conversations',
    summary: 'Remove the words of a part',
    body: RedactConversationRequest,
    answer: Conversation,
  },
})
