export { findOriginal, listConversationMails } from './conversation-mails.ts'
export { type Mailing, mailDue } from './mail-due.ts'
export { planMails } from './plan-mails.ts'
export { recordBounce, recordMailed } from './record-mailed.ts'
