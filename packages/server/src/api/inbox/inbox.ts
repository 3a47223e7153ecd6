import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { setOwnAway } from '../../domain/away/index.ts'
import { countInbox, listInbox } from '../../domain/inbox/index.ts'
import { handlers } from '../handlers.ts'

export const inboxPageRoutes = handlers(inbox, {
  list: async ({ tx, actor, body }) => listInbox(tx, actor, body),
  count: async ({ tx, actor }) => countInbox(tx, actor),
  async setAway({ tx, actor, body }) {
    await setOwnAway(tx, actor, body.away)
    return undefined
  },
})
