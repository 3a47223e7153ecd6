export { listSideConversations } from './side-conversations.ts'
