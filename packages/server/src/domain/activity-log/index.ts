export { type Activity, logActivity } from './log-activity.ts'
