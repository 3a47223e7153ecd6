import { conversations } from '@guichet/contract/operations/conversations.ts'
import {
  createConversation,
  findConversation,
  listConversations,
  manageConversation,
  replyToConversation,
  searchConversations,
  updateConversation,
} from '../domain/conversation/index.ts'
import { runAssignmentRules } from '../domain/distribution/index.ts'
import { handlers } from './handlers.ts'

export const conversationRoutes = handlers(conversations, {
  list: ({ tx, actor, query }) => listConversations(tx, actor, query),
  search: ({ tx, actor, query, body }) => searchConversations(tx, actor, { request: body, extras: query }),
  create: ({ tx, actor, body, files }) => createConversation(tx, actor, { request: body, files }),
  find: ({ tx, actor, params, query }) =>
    findConversation(tx, actor, {
      id: params.id,
      displayAs: query.display_as,
      translations: query.include_translations,
      monitors: query.include_monitors,
      scorecards: query.include_scorecards,
    }),
  update: ({ tx, actor, params, query, body }) =>
    updateConversation(tx, actor, { id: params.id, request: body, displayAs: query.display_as }),
  reply: ({ tx, actor, params, body, files }) =>
    replyToConversation(tx, actor, { id: params.id, request: body, files }),
  manage: ({ tx, actor, params, body }) => manageConversation(tx, actor, { id: params.id, request: body }),
  runAssignmentRules: ({ tx, actor, params }) => runAssignmentRules(tx, actor, params.conversation_id),
})
