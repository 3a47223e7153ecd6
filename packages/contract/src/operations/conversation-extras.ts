import { ConversationPart } from '../models/conversation-part.ts'
import { HandlingEventList } from '../models/handling-event.ts'
import { SideConversationList } from '../models/side-conversation.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../schema.ts'
import { pageQuery } from './paging.ts'

export const UpdateConversationPartRequest = model('update_conversation_part_request', {
  send_state: optional(nullable(Type.String())),
  info_message: optional(nullable(Type.String())),
  seen: optional(Type.Boolean()),
  admin_id: optional(IdInput()),
  experimental: Type.Boolean(),
  secret: Type.String(),
})

export const conversationExtras = family({
  listHandlingEvents: {
    method: 'GET',
    path: '/conversations/{id}/handling_events',
    since: '2.15',
    scope: 'read_conversations',
    summary: 'Pauses in the handling of a conversation',
    answer: HandlingEventList,
  },
  listSideConversations: {
    method: 'GET',
    path: '/conversations/{id}/side_conversations',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'Side conversations of a conversation',
    query: Type.Object({ ...pageQuery }),
    answer: SideConversationList,
  },
  updatePart: {
    method: 'PUT',
    path: '/conversations/{conversation_id}/conversation_parts/{id}',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'Report how a part was delivered',
    body: UpdateConversationPartRequest,
    answer: ConversationPart,
  },
})
