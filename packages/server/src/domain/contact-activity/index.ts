export { contactActivities } from './contact-activity.ts'
