import { sessions } from '@guichet/contract/operations/inbox/sessions.ts'
import {
  changeOwnPassword,
  describeMe,
  endOtherSessions,
  endSession,
  enterWorkspace,
  listSessions,
  updateMe,
} from '../../domain/session/index.ts'
import { handlers } from '../handlers.ts'

export const sessionRoutes = handlers(sessions, {
  me: async ({ tx, actor }) => describeMe(tx, actor),
  updateMe: async ({ tx, actor, body }) => updateMe(tx, actor, body),
  async changePassword({ tx, actor, body }) {
    await changeOwnPassword(tx, actor, body)
    return undefined
  },
  list: async ({ tx, actor }) => listSessions(tx, actor),
  async enter({ tx, actor, body, cookie }) {
    const { token, me } = await enterWorkspace(tx, actor, body.workspace_id)
    cookie.give(token)
    return me
  },
  async endCurrent({ tx, actor, cookie }) {
    await endSession(tx, actor)
    cookie.take()
    return undefined
  },
  async end({ tx, actor, params }) {
    await endSession(tx, actor, params.id)
    return undefined
  },
  async endOthers({ tx, actor }) {
    await endOtherSessions(tx, actor)
    return undefined
  },
})
