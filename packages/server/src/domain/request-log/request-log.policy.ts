import { permission } from '../permission.ts'

export const mayReadRequests = permission('read_api_activity_logs')
