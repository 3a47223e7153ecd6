export { eraseContacts, eraseConversation, redactPart, redactSource } from './erase.sql.ts'
export { keepFor, requireKept, trimHistory } from './history.ts'
