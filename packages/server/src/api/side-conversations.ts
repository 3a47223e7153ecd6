import { sideConversations } from '@guichet/contract/operations/inbox/side-conversations.ts'
import {
  findSideConversation,
  replyInSideConversation,
  startSideConversation,
} from '../domain/side-conversation/index.ts'
import { handlers } from './handlers.ts'

export const sideConversationRoutes = handlers(sideConversations, {
  start: ({ tx, actor, params, body, secrets }) =>
    startSideConversation(tx, actor, { conversationId: params.id, request: body, secrets }),
  find: ({ tx, actor, params }) => findSideConversation(tx, actor, params.id),
  reply: ({ tx, actor, params, body, secrets }) =>
    replyInSideConversation(tx, actor, { id: params.id, body: body.body, secrets }),
})
