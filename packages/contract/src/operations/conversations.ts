import { Conversation, ConversationList } from '../models/conversation.ts'
import { Message } from '../models/message.ts'
import { ReplyRequest, WITH_FILES } from '../models/reply-request.ts'
import { SearchRequest } from '../models/search-request.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  oneOf,
  optional,
  since,
  Type,
} from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const CreateConversationRequest = model('create_conversation_request', {
  from: Type.Object({
    type: oneOf('lead', 'user', 'contact'),
    id: optional(IdInput()),
    user_id: optional(IdInput()),
    email: optional(Type.String()),
  }),
  body: Type.String(),
  subject: optional(nullable(Type.String())),
  attachment_urls: optional(Type.Array(Type.String())),
  created_at: since('2.11', optional(IntegerInput())),
  brand_id: since('2.16', optional(IdInput())),
})

export const UpdateConversationRequest = model('update_conversation_request', {
  read: optional(Type.Boolean()),
  title: since('2.13', optional(nullable(Type.String()))),
  priority: since('Preview', optional(oneOf('none', 'low', 'medium', 'high', 'urgent'))),
  admin_id: since('Preview', optional(IdInput())),
  custom_attributes: optional(nullable(Dictionary())),
  company_id: since('2.14', optional(nullable(IdInput()))),
})

/**
 * Every kind of reply in one shape: an admin's needs `admin_id`, a contact's one of the three ways to name a contact.
 * Old clients also send the actions of `/parts` here, so their fields are taken too.
 */
export const ReplyConversationRequest = model('reply_conversation_request', {
  ...ReplyRequest,
  skip_notifications: since('2.15', optional(Type.Boolean())),
  skip_unsnooze: since('Preview', optional(Type.Boolean())),
  assignee_id: optional(nullable(IdInput())),
  snoozed_until: optional(IntegerInput()),
})

/** Close, snooze, open or assign, by `message_type`. */
export const ManageConversationRequest = model('manage_conversation_request', {
  message_type: oneOf('close', 'snoozed', 'open', 'assignment'),
  type: optional(oneOf('admin', 'team')),
  admin_id: IdInput(),
  assignee_id: optional(nullable(IdInput())),
  snoozed_until: optional(IntegerInput()),
  body: optional(nullable(Type.String())),
})

export const conversations = family({
  list: {
    method: 'GET',
    path: '/conversations',
    scope: 'read_conversations',
    summary: 'Conversations, page by page',
    query: Type.Object({
      ...cursorQuery,
      include_monitors: since('Preview', optional(BooleanInput())),
      include_scorecards: since('Preview', optional(BooleanInput())),
    }),
    answer: ConversationList,
  },
  create: {
    method: 'POST',
    path: '/conversations',
    scope: 'write_conversations',
    summary: 'Start a conversation as a contact',
    body: CreateConversationRequest,
    answer: Message,
  },
  search: {
    method: 'POST',
    path: '/conversations/search',
    scope: 'read_conversations',
    summary: 'Conversations by query',
    reads: true,
    query: Type.Object({
      include_monitors: since('2.16', optional(BooleanInput())),
      include_scorecards: since('2.16', optional(BooleanInput())),
    }),
    body: SearchRequest,
    answer: ConversationList,
  },
  find: {
    method: 'GET',
    path: '/conversations/{id}',
    asOf: true,
    scope: 'read_conversations',
    summary: 'One conversation with its parts',
    query: Type.Object({
      display_as: optional(Type.String()),
      include_translations: since('2.14', optional(BooleanInput())),
      include_email_history: since('Preview', optional(BooleanInput())),
      include_monitors: since('Preview', optional(BooleanInput())),
      include_scorecards: since('Preview', optional(BooleanInput())),
    }),
    answer: Conversation,
  },
  update: {
    method: 'PUT',
    path: '/conversations/{id}',
    scope: 'write_conversations',
    summary: 'Change a conversation',
    query: Type.Object({ display_as: optional(Type.String()) }),
    body: UpdateConversationRequest,
    bodyOptional: true,
    answer: Conversation,
  },
  reply: {
    method: 'POST',
    path: '/conversations/{id}/reply',
    scope: 'write_conversations',
    orScope: 'write_notes',
    summary: 'Reply or write a note',
    maxBody: WITH_FILES,
    body: ReplyConversationRequest,
    answer: Conversation,
  },
  manage: {
    method: 'POST',
    path: '/conversations/{id}/parts',
    scope: 'write_conversations',
    summary: 'Close, snooze, open or assign',
    body: ManageConversationRequest,
    answer: Conversation,
  },
  runAssignmentRules: {
    method: 'POST',
    path: '/conversations/{conversation_id}/run_assignment_rules',
    until: '2.11',
    scope: 'write_conversations',
    summary: 'Assign by the rules of the workspace',
    answer: Conversation,
  },
})
