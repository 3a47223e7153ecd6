import { MessengerConversation, MessengerConversationList } from '../../models/messenger.ts'
import { family } from '../../operation.ts'
import { Dictionary, IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

const mine = { access: 'messenger', scope: 'use_messenger' } as const

const File = Type.Object({ name: Type.String(), content_type: Type.String(), data: Type.String() })

export const StartRequest = model('messenger_start_request', {
  body: optional(Type.String()),
  attachment_files: optional(Type.Array(File)),
  /** The page it was written on. */
  url: optional(Type.String()),
})

export const ReplyRequest = model('messenger_reply_request', {
  body: optional(Type.String()),
  attachment_files: optional(Type.Array(File)),
  /** The answer that was picked of those offered, by its uuid. */
  quick_reply: optional(Type.String()),
})

export const RateRequest = model('messenger_rate_request', {
  rating: optional(IntegerInput()),
  remark: optional(nullable(Type.String())),
})

export const FillFormRequest = model('messenger_fill_form_request', {
  /** By the names of the form's fields. */
  values: Dictionary(),
})

/** The conversations and tickets that somebody takes part in, and the messages to them, as they see them. */
export const messengerConversations = family({
  list: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/conversations',
    summary: 'One’s conversations, and messages that have none yet, the latest first',
    query: Type.Object({ before: optional(Type.String()), kind: optional(Type.String()) }),
    answer: MessengerConversationList,
  },
  start: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/conversations',
    summary: 'Write to the team: a visitor becomes a lead by it',
    body: StartRequest,
    maxBody: 64 * 1024 * 1024,
    status: 201,
    answer: MessengerConversation,
  },
  find: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/conversations/{id}',
    summary: 'A conversation with all that can be read in it, or a message',
    answer: MessengerConversation,
  },
  reply: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/conversations/{id}/replies',
    summary: 'Write in a conversation, or pick an answer: a message becomes a conversation by it',
    body: ReplyRequest,
    maxBody: 64 * 1024 * 1024,
    status: 201,
    answer: MessengerConversation,
  },
  fill: {
    ...mine,
    method: 'PUT',
    path: '/messenger/api/conversations/{id}/forms/{part_id}',
    summary: 'Fill in the form of a message',
    body: FillFormRequest,
    answer: MessengerConversation,
  },
  rate: {
    ...mine,
    method: 'PUT',
    path: '/messenger/api/conversations/{id}/rating',
    summary: 'Say how a conversation was that is over',
    body: RateRequest,
    answer: MessengerConversation,
  },
  read: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/conversations/{id}/read',
    summary: 'Say that all of it has been seen',
    answer: MessengerConversation,
  },
})
