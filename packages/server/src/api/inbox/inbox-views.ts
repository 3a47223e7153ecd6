import { inboxViews } from '@guichet/contract/operations/inbox/inbox-views.ts'
import { changeView, keepView, listViews } from '../../domain/inbox/index.ts'
import { deleteInboxView } from '../../domain/inbox-view/index.ts'
import { handlers } from '../handlers.ts'

export const inboxViewRoutes = handlers(inboxViews, {
  list: ({ tx, actor }) => listViews(tx, actor),
  create: ({ tx, actor, body }) => keepView(tx, actor, body),
  update: ({ tx, actor, params, body }) => changeView(tx, actor, { id: params.id, request: body }),
  async delete({ tx, actor, params }) {
    await deleteInboxView(tx, actor, params.id)
    return undefined
  },
})
