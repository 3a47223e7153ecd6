import { permission } from '../permission.ts'

export const mayMergeConversations = permission('write_conversations')
export const mayMergeTickets = permission('write_tickets')
