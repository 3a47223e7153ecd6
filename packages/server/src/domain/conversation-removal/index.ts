export { deleteConversation, type Removal, removeConversation } from './conversation-removal.ts'
export { listDeletedConversations } from './deleted-conversations.ts'
