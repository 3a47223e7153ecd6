import { ActivityLogEventTypeList, ActivityLogList } from '../models/activity-log.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, optional, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const SearchActivityLogsRequest = model('search_activity_logs_request', {
  created_at_after: IntegerInput(),
  created_at_before: optional(IntegerInput()),
  event_types: optional(Type.Array(Type.String())),
  page: optional(IntegerInput()),
  per_page: optional(IntegerInput()),
})

export const activityLogs = family({
  list: {
    method: 'GET',
    path: '/admins/activity_logs',
    scope: 'read_admin_activity_logs',
    summary: 'What admins did, by time',
    query: Type.Object({
      ...linkedPageQuery,
      created_at_after: IntegerInput(),
      created_at_before: optional(IntegerInput()),
    }),
    answer: ActivityLogList,
  },
  search: {
    method: 'POST',
    path: '/admins/activity_logs/search',
    since: '2.16',
    scope: 'read_admin_activity_logs',
    summary: 'What admins did, by time and kind',
    reads: true,
    query: Type.Object(linkedPageQuery),
    body: SearchActivityLogsRequest,
    answer: ActivityLogList,
  },
  listTypes: {
    method: 'GET',
    path: '/admins/activity_log_event_types',
    since: '2.16',
    scope: 'read_admin_activity_logs',
    summary: 'Kinds of activity',
    answer: ActivityLogEventTypeList,
  },
})
