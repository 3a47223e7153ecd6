import { deletedConversations } from '@guichet/contract/operations/deleted-conversations.ts'
import { deleteConversation, listDeletedConversations } from '../domain/conversation-removal/index.ts'
import { handlers } from './handlers.ts'

export const deletedConversationRoutes = handlers(deletedConversations, {
  list: ({ tx, actor, query }) => listDeletedConversations(tx, actor, query),
  delete: ({ tx, actor, params, query }) =>
    deleteConversation(tx, actor, { id: params.id, retainMetrics: query.retain_metrics }),
})
