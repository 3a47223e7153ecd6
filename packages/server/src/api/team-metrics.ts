import { teamMetrics as family } from '@guichet/contract/operations/team-metrics.ts'
import { teamMetrics } from '../domain/team-metric/index.ts'
import { handlers } from './handlers.ts'

export const teamMetricRoutes = handlers(family, {
  list: ({ tx, actor, params, query }) => teamMetrics(tx, actor, { teamId: params.team_id, ...query }),
})
