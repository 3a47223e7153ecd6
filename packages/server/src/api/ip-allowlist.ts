import { ipAllowlist } from '@guichet/contract/operations/ip-allowlist.ts'
import { findAllowlist, updateAllowlist } from '../domain/ip-allowlist/index.ts'
import { handlers } from './handlers.ts'

export const ipAllowlistRoutes = handlers(ipAllowlist, {
  find: ({ tx, actor }) => findAllowlist(tx, actor),
  update: ({ tx, actor, body }) => updateAllowlist(tx, actor, body),
})
