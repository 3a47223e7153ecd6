export { listActivities, listActivityTypes, searchActivities } from './activity-log.ts'
export { type Activity, logActivity } from './log-activity.ts'
