import { permission } from '../permission.ts'

export const mayReadAttributes = permission('read_conversations')
export const mayWriteAttributes = permission('write_conversations')
