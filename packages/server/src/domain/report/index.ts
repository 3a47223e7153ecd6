export { reportGroups } from './groups.ts'
export { reportHours } from './hours.ts'
export { reportOverview } from './overview.ts'
