import { model, Timestamp, Type } from '../schema.ts'
import { PageLinks } from './pages.ts'

export const DeletedConversationItem = model('deleted_conversation_item', {
  type: Type.Literal('conversation'),
  id: Type.String(),
  metrics_retained: Type.Boolean(),
  deleted_at: Timestamp(),
})

export const DeletedConversationList = model('deleted_conversation_list', {
  type: Type.Literal('conversations.list'),
  conversations: Type.Array(DeletedConversationItem),
  total_count: Type.Integer(),
  pages: PageLinks,
})
