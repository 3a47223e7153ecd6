import { InboxCounts, InboxItemList } from '../../models/inbox.ts'
import { SearchRequest } from '../../models/search-request.ts'
import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

export const SetOwnAwayRequest = model('set_own_away_request', { away: Type.Boolean() })

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
