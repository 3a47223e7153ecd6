import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob, type JobKind } from '../job/index.ts'
import { permission } from '../permission.ts'
import { insertBulkJob, insertTask, selectBulkJob, selectTasks, touchBulkJob } from './bulk.sql.ts'
import { type BulkJobView, viewBulkJob } from './bulk.view.ts'

export type BulkNoun = 'contacts' | 'companies'

export interface NewTask {
  noun: BulkNoun
  kind: JobKind
  action: 'create' | 'update' | 'delete'
  items: object[]
  /** The job to add the task to, such as `job_v2_1`; a new one unless given. */
  jobId: string | undefined
}

const MOST_ITEMS = 100

/** How long a job takes further tasks, in seconds. The documentation only says that it closes. */
const OPEN = 900

const mayWrite = permission('read_write_users')

/** Enqueues a task. 422 for too many items or none; 404 for no such job, 403 for one that is closed. */
export async function enqueueTask<N extends BulkNoun>(
  tx: Tx,
  actor: Actor,
  { noun, kind, action, items, jobId }: NewTask & { noun: N },
): Promise<BulkJobView<N>> {
  mayWrite(actor)
  if (items.length === 0) throw problem(MISSING[noun])
  if (items.length > MOST_ITEMS)
    throw problem(errors.bulkTooMany, `maximum number of ${noun} per request is ${MOST_ITEMS}`)
  const job =
    jobId === undefined ? await insertBulkJob(tx, actor, noun) : await openJob(tx, actor, noun, jobId)
  const taskId = await insertTask(tx, actor, { bulkJobId: job.id, action, items })
  await enqueueJob(tx, actor, { kind, resourceType: null, input: { task_id: taskId } })
  return viewBulkJob(actor, noun, job, await selectTasks(tx, actor.workspace.id, job.id))
}

const MISSING = { contacts: errors.bulkContactsMissing, companies: errors.bulkCompaniesMissing }

/** How a bulk job stands; 404 when there is none of that noun. */
export async function findBulkJob<N extends BulkNoun>(
  tx: Tx,
  actor: Actor,
  noun: N,
  id: string,
): Promise<BulkJobView<N>> {
  mayWrite(actor)
  const key = keyOf(id)
  const job = key === undefined ? undefined : await selectBulkJob(tx, actor.workspace.id, { noun, id: key })
  if (!job) throw unknownJob(id)
  return viewBulkJob(actor, noun, job, await selectTasks(tx, actor.workspace.id, job.id))
}

async function openJob(tx: Tx, actor: Actor, noun: BulkNoun, id: string) {
  const key = keyOf(id)
  const job = key === undefined ? undefined : await touchBulkJob(tx, actor, { noun, id: key })
  if (!job) throw unknownJob(id)
  if (job.created_at + OPEN <= actor.now)
    throw problem(errors.bulkJobClosed, `job ${id} is closed for new task updates`)
  return job
}

const keyOf = (id: string): number | undefined => {
  const [, digits] = /^job_v2_(\d+)$/.exec(id) ?? []
  return digits === undefined ? undefined : numericId(digits)
}

const unknownJob = (id: string) => problem(errors.bulkJobNotFound, `job ${id.slice(0, 100)} not found`)
