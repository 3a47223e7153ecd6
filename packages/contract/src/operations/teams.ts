import { Team, TeamList } from '../models/team.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, optional, Type, texts } from '../schema.ts'

const AdminIds = () => texts(Type.Array(texts(IntegerInput(), numericIds)), numericIds)
const numericIds = { invalid: 'admin_ids must contain only numeric admin ids' }

export const UpdateTeamMembersRequest = model('update_team_members_request', {
  admin_ids: AdminIds(),
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
})
