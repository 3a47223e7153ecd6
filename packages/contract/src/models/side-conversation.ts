import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
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

/** Somebody a side conversation is with: a teammate, or an address outside. */
export const SideConversationParticipant = model('side_conversation_participant', {
  type: oneOf('admin', 'email'),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  email: Type.String(),
  /** Why mails do not reach them; they get none any more. */
  fault: nullable(Type.String()),
})

/** A side conversation as our own pages show it. */
export const SideConversation = model('side_conversation', {
  type: Type.Literal('side_conversation'),
  id: Type.String(),
  conversation_id: Type.String(),
  subject: Type.String(),
  participants: Type.Array(SideConversationParticipant),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  conversation_parts: Type.Array(ConversationPart),
  total_count: Type.Integer(),
})
