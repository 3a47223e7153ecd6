export { beginConversation } from './begin-conversation.ts'
export { createMessage } from './message.ts'
