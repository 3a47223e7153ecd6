import { conversationMerges } from '@guichet/contract/operations/conversation-merges.ts'
import { mergeConversation } from '../domain/conversation-merge/index.ts'
import { handlers } from './handlers.ts'

export const conversationMergeRoutes = handlers(conversationMerges, {
  create: ({ tx, actor, params, body }) =>
    mergeConversation(tx, actor, {
      secondaryId: params.id,
      primaryId: body.merge_into_conversation_id,
    }),
})
