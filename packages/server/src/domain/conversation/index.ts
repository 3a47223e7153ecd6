export { type Assignee, type Assignment, assignConversation, requireAssignee } from './assign.ts'
export { keepAttachments, storeFile } from './attach.ts'
export { type Attachment, viewAttachment } from './attachment.ts'
export { contactsBeside, linksBeside, MOST_LINKS } from './beside.sql.ts'
export { changeConversation } from './change.ts'
export { type ConversationAct, happened } from './conversation.events.ts'
export { mayReadConversations, mayWriteConversations } from './conversation.policy.ts'
export { type ConversationRef, requireConversation } from './conversation.require.ts'
export { conversationSearchable } from './conversation.search.ts'
export { listedConversations } from './conversation.sql.ts'
export {
  answerWithParts,
  type ConversationDisplay,
  type ConversationView,
  viewConversation,
  viewConversations,
} from './conversation.view.ts'
export { createConversation, startAsContact } from './create.ts'
export { fetchAttachments, fetchLater } from './fetch-attachments.ts'
export { findConversation } from './find.ts'
export { listConversations, searchConversations } from './list.ts'
export { listParts } from './list-parts.ts'
export { closeConversation, openConversation, snoozeConversation } from './manage.ts'
export { manageConversation } from './manage-request.ts'
export type { PartRow } from './part.sql.ts'
export {
  addPart,
  addParts,
  adminAuthor,
  contactAuthor,
  type NewPart,
  type PartAuthor,
  type PartToAdd,
} from './part.ts'
export { MOST_PARTS, type PartDisplay, partsOf, viewPart, viewTranslations } from './part.view.ts'
export { plainFor } from './plain.ts'
export { replyToConversation } from './reply.ts'
export { type AdminReply, replyAsAdmin } from './reply-as-admin.ts'
export { type ContactReply, replyAsContact } from './reply-as-contact.ts'
export { momentOf, type QuickReply, requireBody, requireOptions } from './reply-text.ts'
export { readTranslation } from './reply-translation.ts'
export { type Changes, lockConversation, type Priority, type Standing, type State } from './standing.ts'
export { type ConversationStarted, type NewConversation, startConversation } from './start.ts'
export { adminReplied, after, assigned, closed, contactReplied, opened, snoozed } from './statistics.ts'
export { updateConversation } from './update.ts'
export { wakeDue } from './wake.ts'
