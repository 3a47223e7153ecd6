import { permission } from '../permission.ts'

export const mayReportFromChannels = permission('write_conversations')
