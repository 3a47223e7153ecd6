import { messageStatuses } from '@guichet/contract/operations/message-statuses.ts'
import { findWhatsappStatus, listMessageStatuses } from '../domain/message-status/index.ts'
import { handlers } from './handlers.ts'

export const messageStatusRoutes = handlers(messageStatuses, {
  list: ({ tx, actor, query }) => listMessageStatuses(tx, actor, query),
  findWhatsapp: ({ tx, actor, query }) => findWhatsappStatus(tx, actor, query.message_id),
})
