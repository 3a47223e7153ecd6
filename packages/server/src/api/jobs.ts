import { jobs } from '@guichet/contract/operations/jobs.ts'
import { findJob } from '../domain/job/index.ts'
import { handlers } from './handlers.ts'

export const jobRoutes = handlers(jobs, {
  find: ({ tx, actor, params }) => findJob(tx, actor, params.id),
})
