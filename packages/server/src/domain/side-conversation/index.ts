export { type Aside, answerAside, findAside } from './answer-by-mail.ts'
export { recordSideBounce, recordSideMailed, sayAside } from './say-aside.ts'
export { listSideConversations } from './side-conversations.ts'
export {
  findSideConversation,
  replyInSideConversation,
  startSideConversation,
} from './write-side-conversation.ts'
