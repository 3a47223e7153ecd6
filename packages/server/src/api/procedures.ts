import { procedures } from '@guichet/contract/operations/procedures.ts'
import { answerQuestion } from '../domain/procedure/index.ts'
import { handlers } from './handlers.ts'

export const procedureRoutes = handlers(procedures, {
  collectAgentInput: ({ tx, actor, params, body }) =>
    answerQuestion(tx, actor, { conversationId: params.conversation_id, request: body }),
})
