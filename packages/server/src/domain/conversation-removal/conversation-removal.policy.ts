import { permission } from '../permission.ts'

export const mayDeleteConversations = permission('write_conversations')
export const mayDeleteMetrics = permission('delete_conversations_and_metrics')
export const mayReadDeletedConversations = permission('read_conversations')
