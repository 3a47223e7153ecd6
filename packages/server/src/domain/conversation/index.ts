export { type ConversationRef, requireConversation } from './conversation.require.ts'
export { addPart, type NewPart } from './part.ts'
