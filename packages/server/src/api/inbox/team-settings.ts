import { teamSettings } from '@guichet/contract/operations/inbox/team-settings.ts'
import { createTeam, deleteTeam, listTeamSettings, updateTeam } from '../../domain/team-settings/index.ts'
import { handlers } from '../handlers.ts'

export const teamSettingsRoutes = handlers(teamSettings, {
  list: ({ tx, actor }) => listTeamSettings(tx, actor),
  create: ({ tx, actor, body }) => createTeam(tx, actor, body),
  update: ({ tx, actor, params, body }) => updateTeam(tx, actor, { id: params.id, request: body }),
  async delete({ tx, actor, params }) {
    await deleteTeam(tx, actor, params.id)
    return undefined
  },
})
