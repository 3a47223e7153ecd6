import { permission } from '../permission.ts'

export const mayRedact = permission('write_conversations')
