export { type Asked, translateConversation } from './translate-conversation.ts'
export { findTranslationService, translateReply } from './translation-service.ts'
