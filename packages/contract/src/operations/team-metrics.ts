import { TeamMetricList } from '../models/team.ts'
import { family } from '../operation.ts'
import { IntegerInput, optional, Type } from '../schema.ts'

export const teamMetrics = family({
  list: {
    method: 'GET',
    path: '/teams/{team_id}/metrics',
    since: '2.16',
    scope: 'read_admins',
    summary: 'How busy each member is',
    query: Type.Object({ idle_threshold: optional(IntegerInput()) }),
    answer: TeamMetricList,
  },
})
