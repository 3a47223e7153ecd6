import { conversationConversion } from '@guichet/contract/operations/conversation-conversion.ts'
import { convertConversation } from '../domain/ticket/index.ts'
import { handlers } from './handlers.ts'

export const conversationConversionRoutes = handlers(conversationConversion, {
  convert: ({ tx, actor, params, body, files }) =>
    convertConversation(tx, actor, { id: params.id, request: body, files }),
})
