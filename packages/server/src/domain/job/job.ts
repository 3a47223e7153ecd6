import { errors, problem } from '@guichet/contract/errors.ts'
import type { Job } from '@guichet/contract/models/job.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Version } from '@guichet/contract/version.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { insertJob, type JobRow, selectJob, selectJobs } from './job.sql.ts'

export type JobView = Static<typeof Job>

/** Kinds of jobs that requests enqueue; see `jobs/` for what each does. */
export type JobKind =
  | 'create_ticket'
  | 'contact_bulk'
  | 'company_bulk'
  | 'ecommerce_import'
  | 'data_export'
  | 'reporting_export'
  | 'fin_turn'
  | 'procedure_resume'
  | 'app_uninstalled'

export interface NewJob {
  kind: JobKind
  /** What the job makes, such as `ticket`; null for work of our own, which `GET /jobs/status` does not show. */
  resourceType: string | null
  /** What the job is told; JSON. */
  input: unknown
  /** Not before then; as soon as it can be when left out. */
  runAt?: number
}

/** What a job is told, and who it acts as. */
export interface JobInput {
  actor: {
    admin_id: number
    app_id: number
    scopes: string[] | 'all'
    version: Version
    strict: boolean
    origin: string
    ip: string | null
  }
  request: unknown
}

const mayReadJobs = permission('read_jobs')

/** Enqueues a job in the transaction of whatever asks for it: committed, it will be done. */
export async function enqueueJob(tx: Tx, actor: Actor, job: NewJob): Promise<JobView> {
  const { adminId: admin_id, appId: app_id, scopes, version, strict, origin, ip = null } = actor
  const row = await insertJob(tx, actor, job, {
    actor: { admin_id, app_id, scopes: scopes === 'all' ? 'all' : [...scopes], version, strict, origin, ip },
    request: job.input,
  })
  return { ...viewJob(actor, row), url: `${actor.origin}/jobs/status/${row.id}` }
}

/** How a job stands; 404 when there is none. */
export async function findJob(tx: Tx, actor: Actor, id: string): Promise<JobView> {
  mayReadJobs(actor)
  const row = await byNumericId(id, key => selectJob(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.jobNotFound)
  return viewJob(actor, row)
}

/** The jobs of some ids. */
export async function viewJobs(tx: Tx, actor: Actor, ids: number[]): Promise<JobView[]> {
  return (await selectJobs(tx, actor.workspace.id, ids)).map(row => viewJob(actor, row))
}

const viewJob = (actor: Actor, row: JobRow): JobView => ({
  type: 'job',
  id: String(row.id),
  status: row.status === 'success' || row.status === 'failed' ? row.status : 'pending',
  resource_type: row.resource_type ?? '',
  resource_id: row.resource_id,
  resource_url: row.resource_id === null ? null : `${actor.origin}/${row.resource_type}s/${row.resource_id}`,
})
