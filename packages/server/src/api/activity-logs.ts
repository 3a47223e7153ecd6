import { activityLogs } from '@guichet/contract/operations/activity-logs.ts'
import { listActivities, listActivityTypes, searchActivities } from '../domain/activity-log/index.ts'
import { handlers } from './handlers.ts'

export const activityLogRoutes = handlers(activityLogs, {
  list: ({ tx, actor, query }) => listActivities(tx, actor, query),
  search: ({ tx, actor, query, body }) => searchActivities(tx, actor, { ...query, ...body }),
  listTypes: ({ actor }) => listActivityTypes(actor),
})
