import { ConversationWait, InboxBulkResult, InboxCounts, InboxItemList } from '../../models/inbox.ts'
import { SearchRequest } from '../../models/search-request.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, oneOf, optional, Type } from '../../schema.ts'

export const SetOwnAwayRequest = model('set_own_away_request', {
  away: Type.Boolean(),
  /** Why, where one says: a workspace may ask for it. */
  away_status_reason_id: optional(IdInput()),
  /** Whether others get what is open with them, till they are back. */
  reassign: optional(Type.Boolean()),
})

/** `assign` takes an assignee, `0` of a type for nobody; `tag` and `untag` a tag; `snooze` a time. */
export const InboxBulkRequest = model('inbox_bulk_request', {
  conversation_ids: Type.Array(IdInput(), { minItems: 1, maxItems: 100 }),
  act: Type.Object({
    type: oneOf('assign', 'tag', 'untag', 'snooze', 'close', 'open'),
    assignee: optional(Type.Object({ type: oneOf('admin', 'team'), id: IdInput() })),
    tag_id: optional(IdInput()),
    snoozed_until: optional(IntegerInput()),
  }),
})

/** What the inbox shows that no published operation tells, or not in one call. */
export const inbox = family({
  list: {
    access: 'session',
    method: 'POST',
    path: '/app/api/inbox/items',
    scope: 'read_conversations',
    summary: 'Conversations by query, with whom they are and what was said last',
    reads: true,
    body: SearchRequest,
    answer: InboxItemList,
  },
  count: {
    access: 'session',
    method: 'GET',
    path: '/app/api/inbox/counts',
    scope: 'read_conversations',
    summary: 'How many open conversations each view holds',
    answer: InboxCounts,
  },
  actOnMany: {
    access: 'session',
    method: 'POST',
    path: '/app/api/inbox/bulk',
    scope: 'write_conversations',
    summary: 'Do the same to many conversations',
    body: InboxBulkRequest,
    answer: InboxBulkResult,
  },
  findWait: {
    access: 'session',
    method: 'GET',
    path: '/app/api/conversations/{id}/wait',
    scope: 'read_conversations',
    summary: 'Why a conversation waits for somebody of its team',
    answer: ConversationWait,
  },
  seeMentions: {
    access: 'session',
    method: 'PUT',
    path: '/app/api/conversations/{id}/mentions/seen',
    scope: 'read_conversations',
    summary: 'Say that one has looked at where one is mentioned',
    status: 204,
  },
  setAway: {
    access: 'session',
    method: 'PUT',
    path: '/app/api/me/away',
    scope: 'use_app',
    summary: 'Go away, or come back',
    body: SetOwnAwayRequest,
    status: 204,
  },
})
