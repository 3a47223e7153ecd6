import { DISTRIBUTION_METHODS, TeamSettings, TeamSettingsList } from '../../models/team-settings.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'write_teams' } as const

const fields = {
  distribution_method: optional(oneOf(...DISTRIBUTION_METHODS)),
  assignment_limit: optional(nullable(IntegerInput())),
  office_hours_schedule_id: optional(nullable(IdInput())),
  office_hours_only: optional(Type.Boolean()),
}

export const CreateTeamRequest = model('create_team_request', {
  name: Type.String(),
  admin_ids: optional(Type.Array(IntegerInput())),
  ...fields,
})

export const UpdateTeamRequest = model('update_team_request', { name: optional(Type.String()), ...fields })

/** The teams, for those who set them up; who is in one is set by `teams.update`. */
export const teamSettings = family({
  list: {
    access: 'session',
    method: 'GET',
    path: '/app/api/teams',
    scope: 'read_admins',
    summary: 'All teams, with how they work',
    answer: TeamSettingsList,
  },
  create: {
    ...managing,
    method: 'POST',
    path: '/app/api/teams',
    summary: 'Make a team',
    body: CreateTeamRequest,
    status: 201,
    answer: TeamSettings,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/teams/{id}',
    summary: 'Rename a team, or change how it works',
    body: UpdateTeamRequest,
    answer: TeamSettings,
  },
  delete: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/teams/{id}',
    summary: 'Delete a team: its open conversations are with no team then',
    status: 204,
  },
})
