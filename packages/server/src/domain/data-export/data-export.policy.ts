import { permission } from '../permission.ts'

export const mayExportMessages = permission('export_message_data')
