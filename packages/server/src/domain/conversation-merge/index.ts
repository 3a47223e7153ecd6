export { mergeConversation } from './conversation-merge.ts'
