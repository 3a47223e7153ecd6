export { JOB_CHANNEL } from './job.sql.ts'
export { enqueueJob, findJob, type JobKind, type JobView, type NewJob, viewJobs } from './job.ts'
export { runDueJobs, type Work, type Works } from './run-job.ts'
