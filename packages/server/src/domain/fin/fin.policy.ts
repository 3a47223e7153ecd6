import { permission } from '../permission.ts'

export const mayTalkToFin = permission('write_conversations')
