import { teammates } from '@guichet/contract/operations/inbox/teammates.ts'
import { invite, listInvitations, withdrawInvitation } from '../../domain/invitation/index.ts'
import { listRoles } from '../../domain/role/index.ts'
import { findSignInSettings, updateSignInSettings } from '../../domain/sign-in-settings/index.ts'
import { listTeammates, removeTeammate, updateTeammate } from '../../domain/teammate/index.ts'
import { handlers } from '../handlers.ts'

export const teammateRoutes = handlers(teammates, {
  list: async ({ tx, actor }) => listTeammates(tx, actor),
  update: async ({ tx, actor, params, body }) => updateTeammate(tx, actor, { id: params.id, request: body }),
  async remove({ tx, actor, params, body }) {
    await removeTeammate(tx, actor, { id: params.id, request: body })
    return undefined
  },
  roles: async ({ tx, actor }) => listRoles(tx, actor),
  invitations: async ({ tx, actor }) => listInvitations(tx, actor),
  invite: async ({ tx, actor, body }) => invite(tx, actor, body),
  async withdraw({ tx, actor, params }) {
    await withdrawInvitation(tx, actor, params.id)
    return undefined
  },
  signInSettings: async ({ tx, actor }) => findSignInSettings(tx, actor),
  updateSignInSettings: async ({ tx, actor, body, secrets }) =>
    updateSignInSettings(tx, actor, { request: body, secrets }),
})
