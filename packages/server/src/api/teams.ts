import { teams } from '@guichet/contract/operations/teams.ts'
import { findTeam, listTeams, replaceTeamMembers } from '../domain/team/index.ts'
import { handlers } from './handlers.ts'

export const teamRoutes = handlers(teams, {
  list: ({ tx, actor }) => listTeams(tx, actor),
  find: ({ tx, actor, params }) => findTeam(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => replaceTeamMembers(tx, actor, params.id, body),
})
