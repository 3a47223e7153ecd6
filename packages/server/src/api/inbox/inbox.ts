import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { setOwnAway } from '../../domain/away/index.ts'
import { findWait } from '../../domain/distribution/index.ts'
import { actOnMany, countInbox, listInbox, seeMentionsIn } from '../../domain/inbox/index.ts'
import { handlers } from '../handlers.ts'

export const inboxPageRoutes = handlers(inbox, {
  list: async ({ tx, actor, body }) => listInbox(tx, actor, body),
  count: async ({ tx, actor }) => countInbox(tx, actor),
  actOnMany: ({ tx, actor, body }) => actOnMany(tx, actor, body),
  findWait: ({ tx, actor, params }) => findWait(tx, actor, params.id),
  async seeMentions({ tx, actor, params }) {
    await seeMentionsIn(tx, actor, params.id)
    return undefined
  },
  async setAway({ tx, actor, body }) {
    await setOwnAway(tx, actor, body)
    return undefined
  },
})
