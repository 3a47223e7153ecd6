import { ConversationPart, ConversationPartPage } from '../models/conversation-part.ts'
import { HandlingEventList } from '../models/handling-event.ts'
import { SideConversationList } from '../models/side-conversation.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../schema.ts'
import { cursorQuery, pageQuery } from './paging.ts'

export const UpdateConversationPartRequest = model('update_conversation_part_request', {
  send_state: optional(nullable(Type.String())),
  info_message: optional(nullable(Type.String())),
  seen: optional(Type.Boolean()),
  admin_id: optional(IdInput()),
  experimental: Type.Boolean(),
  secret: Type.String(),
})

export const conversationExtras = family({
  /** Ours: a conversation itself carries its newest 500 parts, and the original has no way to the others. */
  listParts: {
    method: 'GET',
    path: '/conversations/{id}/parts',
    addition: true,
    scope: 'read_conversations',
    summary: 'All parts of a conversation, page by page and both ways',
    query: Type.Object({
      ...cursorQuery,
      ending_before: optional(Type.String()),
      /** The id of a part: the page is around it, or around where it would be. */
      around: optional(Type.String()),
      display_as: optional(Type.String()),
    }),
    answer: ConversationPartPage,
  },
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
