import { permission } from '../permission.ts'

export const mayChangeParticipants = permission('write_conversations')
