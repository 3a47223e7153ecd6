import { permission } from '../permission.ts'

export const mayAnswerProcedures = permission('write_conversations')
