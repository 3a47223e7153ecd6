import { permission } from '../permission.ts'

export const mayReadActivityLogs = permission('read_admin_activity_logs')
