export { listActivities, listActivityTypes, searchActivities, viewActivities } from './activity-log.ts'
export type { ActivityLogView } from './activity-log.view.ts'
export { type Activity, logActivity } from './log-activity.ts'
export { recordChange } from './record-change.ts'
