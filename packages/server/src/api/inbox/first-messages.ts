import { firstMessages } from '@guichet/contract/operations/inbox/first-messages.ts'
import { beginWith, findReach } from '../../domain/outreach/index.ts'
import { handlers } from '../handlers.ts'

export const firstMessageRoutes = handlers(firstMessages, {
  reach: ({ tx, actor, params, mailLeaves }) => findReach(tx, actor, { id: params.id, mailLeaves }),
  begin: ({ tx, actor, body, files, mailLeaves }) =>
    beginWith(tx, actor, { request: body, files, mailLeaves }),
})
