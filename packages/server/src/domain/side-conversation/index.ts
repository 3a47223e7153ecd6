export { listSideConversations } from './side-conversations.ts'
export {
  findSideConversation,
  replyInSideConversation,
  startSideConversation,
} from './write-side-conversation.ts'
