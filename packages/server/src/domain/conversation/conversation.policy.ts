import { permission } from '../permission.ts'

export const mayReadConversations = permission('read_conversations')
export const mayWriteConversations = permission('write_conversations')
