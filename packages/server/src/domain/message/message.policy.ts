import { permission } from '../permission.ts'

export const mayWriteMessages = permission('write_conversations')
