import { model, Type } from '../schema.ts'
import { ConversationPart } from './conversation-part.ts'

export const SideConversationSummary = model('side_conversation_summary', {
  side_conversation_id: Type.String(),
  conversation_parts: Type.Array(ConversationPart),
  total_count: Type.Integer(),
})

export const SideConversationList = model('side_conversation_list', {
  type: Type.Literal('side_conversation.list'),
  side_conversations: Type.Array(SideConversationSummary),
  total_count: Type.Integer(),
  pages: Type.Object({
    type: Type.Literal('pages'),
    page: Type.Integer(),
    per_page: Type.Integer(),
    total_pages: Type.Integer(),
  }),
})
