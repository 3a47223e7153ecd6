import { Dictionary, model, oneOf, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** Newest and oldest by what happened last; waiting by who waits longest; priority from the most pressing down. */
export const InboxSort = oneOf('newest', 'oldest', 'waiting', 'priority')

/** A view that a teammate keeps. `rules` is the query of a search, whose dates may be `{ days_ago: 30 }`. */
export const InboxView = model('inbox_view', {
  type: Type.Literal('inbox_view'),
  id: Type.String(),
  name: Type.String(),
  admin_id: Type.String(),
  is_shared: Type.Boolean(),
  rules: Dictionary(),
  sort: InboxSort,
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const InboxViewList = listOf('inbox_view_list', InboxView)
