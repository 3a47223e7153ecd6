import { messages } from '@guichet/contract/operations/messages.ts'
import { createMessage } from '../domain/message/index.ts'
import { handlers } from './handlers.ts'

export const messageRoutes = handlers(messages, {
  create: ({ tx, actor, body, secrets }) => createMessage(tx, actor, { request: body, secrets }),
})
