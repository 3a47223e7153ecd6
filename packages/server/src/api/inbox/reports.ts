import { reports } from '@guichet/contract/operations/inbox/reports.ts'
import { reportGroups, reportHours, reportOverview } from '../../domain/report/index.ts'
import { handlers } from '../handlers.ts'

export const reportRoutes = handlers(reports, {
  overview: ({ tx, actor, query }) => reportOverview(tx, actor, query),
  groups: ({ tx, actor, query }) => reportGroups(tx, actor, query),
  hours: ({ tx, actor, query }) => reportHours(tx, actor, query),
})
