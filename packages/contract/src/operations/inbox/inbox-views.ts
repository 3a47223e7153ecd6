import { InboxSort, InboxView, InboxViewList } from '../../models/inbox-view.ts'
import { family } from '../../operation.ts'
import { Dictionary, model, Type } from '../../schema.ts'

export const InboxViewRequest = model('inbox_view_request', {
  name: Type.String(),
  rules: Dictionary(),
  sort: InboxSort,
  is_shared: Type.Boolean(),
})

const mine = { access: 'session', scope: 'read_conversations' } as const

/** Views of the inbox that teammates keep, for themselves or for all. */
export const inboxViews = family({
  list: {
    ...mine,
    method: 'GET',
    path: '/app/api/inbox/views',
    summary: 'One’s own views, and those that are shared',
    answer: InboxViewList,
  },
  create: {
    ...mine,
    method: 'POST',
    path: '/app/api/inbox/views',
    summary: 'Keep a view',
    body: InboxViewRequest,
    status: 201,
    answer: InboxView,
  },
  update: {
    ...mine,
    method: 'PUT',
    path: '/app/api/inbox/views/{id}',
    summary: 'Change a view',
    body: InboxViewRequest,
    answer: InboxView,
  },
  delete: {
    ...mine,
    method: 'DELETE',
    path: '/app/api/inbox/views/{id}',
    summary: 'Give up a view',
    status: 204,
  },
})
