import { Team, TeamList, TeamMetricList } from '../models/team.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, optional, Type } from '../schema.ts'

export const UpdateTeamMembersRequest = model('update_team_members_request', {
  admin_ids: Type.Array(IntegerInput()),
  admin_priority_level: optional(
    nullable(
      Type.Object({
        primary_admin_ids: optional(nullable(Type.Array(IntegerInput()))),
        secondary_admin_ids: optional(nullable(Type.Array(IntegerInput()))),
      }),
    ),
  ),
})

export const teams = family({
  list: {
    method: 'GET',
    path: '/teams',
    scope: 'read_admins',
    summary: 'All teams',
    answer: TeamList,
  },
  find: {
    method: 'GET',
    path: '/teams/{id}',
    scope: 'read_admins',
    summary: 'One team',
    answer: Team,
  },
  update: {
    method: 'PUT',
    path: '/teams/{id}',
    since: 'Preview',
    scope: 'write_teams',
    summary: 'Replace the members of a team',
    body: UpdateTeamMembersRequest,
    answer: Team,
  },
  metrics: {
    method: 'GET',
    path: '/teams/{team_id}/metrics',
    since: '2.16',
    scope: 'read_admins',
    summary: 'How busy each member is',
    query: Type.Object({ idle_threshold: optional(IntegerInput()) }),
    answer: TeamMetricList,
  },
})
