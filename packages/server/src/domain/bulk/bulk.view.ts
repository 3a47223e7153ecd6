import type { CompaniesBulkJob, ContactsBulkJob } from '@guichet/contract/models/bulk-job.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import type { BulkJobRow, TaskRow } from './bulk.sql.ts'
import type { BulkNoun } from './bulk.ts'

type AnyJob = Static<typeof ContactsBulkJob> | Static<typeof CompaniesBulkJob>

export type BulkJobView<N extends BulkNoun> = Omit<AnyJob, 'type'> & { type: `${N}.bulk.job` }

/** A job is running until the last of its tasks is done, and starts anew with a task that is added. */
export function viewBulkJob<N extends BulkNoun>(
  actor: Actor,
  noun: N,
  job: BulkJobRow,
  tasks: TaskRow[],
): BulkJobView<N> {
  const done = tasks.every(task => task.completed_at !== null)
  const failed = tasks.some(hasFailures)
  return {
    id: `job_v2_${job.id}`,
    type: `${noun}.bulk.job`,
    state: done ? completed(failed) : 'running',
    created_at: job.created_at,
    updated_at: job.updated_at,
    completed_at: done ? Math.max(...tasks.map(task => task.completed_at ?? 0)) : null,
    tasks: tasks.map(viewTask),
    url: `${actor.origin}/${noun}/bulk/job_v2_${job.id}`,
  }
}

const viewTask = (task: TaskRow): AnyJob['tasks'][number] => ({
  id: `task_v2_${task.id}`,
  item_count: task.item_count,
  state: task.completed_at === null ? 'pending' : completed(hasFailures(task)),
  created_at: task.created_at,
  started_at: task.started_at,
  completed_at: task.completed_at,
})

const completed = (failed: boolean) => (failed ? ('completed_with_errors' as const) : ('completed' as const))

const hasFailures = ({ failures }: TaskRow): boolean => Array.isArray(failures) && failures.length > 0
