import { permission } from '../permission.ts'

export const mayReadConversations = permission('read_conversations')
export const mayWriteConversations = permission('write_conversations')
export const mayNoteInConversations = permission('write_conversations', 'write_notes')
