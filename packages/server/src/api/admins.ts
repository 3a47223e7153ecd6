import { admins } from '@guichet/contract/operations/admins.ts'
import { findAdmin, identifyAdmin, listAdmins } from '../domain/admin/index.ts'
import { setAway } from '../domain/away/index.ts'
import { handlers } from './handlers.ts'

export const adminRoutes = handlers(admins, {
  identify: ({ tx, actor }) => identifyAdmin(tx, actor),
  list: ({ tx, actor, query }) => listAdmins(tx, actor, query),
  find: ({ tx, actor, params }) => findAdmin(tx, actor, params.id),
  setAway: ({ tx, actor, params, body }) => setAway(tx, actor, params.id, body),
})
