import { Job } from '../models/job.ts'
import { family } from '../operation.ts'

export const jobs = family({
  find: {
    method: 'GET',
    path: '/jobs/status/{id}',
    since: '2.14',
    scope: 'read_jobs',
    summary: 'How a job stands',
    answer: Job,
  },
})
