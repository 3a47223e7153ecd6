import { twoFactor } from '@guichet/contract/operations/inbox/two-factor.ts'
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  findTwoFactor,
  renewCodes,
} from '../../domain/two-factor/index.ts'
import { handlers } from '../handlers.ts'

export const twoFactorRoutes = handlers(twoFactor, {
  find: async ({ tx, actor }) => findTwoFactor(tx, actor),
  begin: async ({ tx, actor, secrets }) => beginTwoFactor(tx, actor, secrets),
  confirm: async ({ tx, actor, body, secrets }) => confirmTwoFactor(tx, actor, { ...body, secrets }),
  renewCodes: async ({ tx, actor, body, secrets }) => renewCodes(tx, actor, { ...body, secrets }),
  async end({ tx, actor, body, secrets }) {
    await endTwoFactor(tx, actor, { ...body, secrets })
    return undefined
  },
})
