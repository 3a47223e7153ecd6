import { conversationExtras } from '@guichet/contract/operations/conversation-extras.ts'
import { listParts } from '../domain/conversation/index.ts'
import { listHandlingEvents } from '../domain/handling-event/index.ts'
import { reportPart } from '../domain/part-report/index.ts'
import { listSideConversations } from '../domain/side-conversation/index.ts'
import { handlers } from './handlers.ts'

export const conversationExtraRoutes = handlers(conversationExtras, {
  listParts: ({ tx, actor, params, query }) => listParts(tx, actor, { conversationId: params.id, query }),
  listHandlingEvents: ({ tx, actor, params }) => listHandlingEvents(tx, actor, params.id),
  listSideConversations: ({ tx, actor, params, query }) =>
    listSideConversations(tx, actor, { conversationId: params.id, query }),
  updatePart: ({ tx, actor, params, body, secrets }) =>
    reportPart(tx, actor, {
      conversationId: params.conversation_id,
      partId: params.id,
      request: body,
      secrets,
    }),
})
