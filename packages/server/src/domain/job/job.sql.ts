import { sql } from 'kysely'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Actor } from '../actor.ts'
import type { JobInput, NewJob } from './job.ts'

export interface JobRow {
  id: number
  status: string
  resource_type: string | null
  resource_id: string | null
}

const columns = ['id', 'status', 'resource_type', 'resource_id'] as const

/** Whoever runs jobs listens on this channel. */
export const JOB_CHANNEL = 'guichet_jobs'

/** A pending job, of which those who run jobs hear as soon as it is committed. */
export async function insertJob(tx: Tx, actor: Actor, job: NewJob, input: JobInput): Promise<JobRow> {
  const row = await tx
    .insertInto('jobs')
    .values({
      workspace_id: actor.workspace.id,
      kind: job.kind,
      resource_type: job.resourceType,
      input: json(input),
      run_at: job.runAt ?? 0,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await announce(tx, JOB_CHANNEL)
  return row
}

export const selectJob = (tx: Tx, workspaceId: string, id: number): Promise<JobRow | undefined> =>
  tx
    .selectFrom('jobs')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('resource_type', 'is not', null)
    .executeTakeFirst()

/** The jobs of some ids that are shown. */
export const selectJobs = (tx: Tx, workspaceId: string, ids: number[]): Promise<JobRow[]> =>
  tx
    .selectFrom('jobs')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('resource_type', 'is not', null)
    .execute()

/** Where a job is. */
export interface JobKey {
  workspace_id: string
  id: number
}

/** A job that is due, and the time it is in its workspace. */
export interface DueJob extends JobKey {
  now: number
}

/** Pending jobs of some kinds whose time has come, of every workspace or of one: needs the unguarded lane. */
export const selectDueJobs = (
  read: Tx,
  { kinds, now, within }: { kinds: string[]; now: number; within: string | undefined },
): Promise<DueJob[]> =>
  read
    .selectFrom('jobs')
    .innerJoin('workspaces', 'workspaces.id', 'jobs.workspace_id')
    .select(['jobs.workspace_id', 'jobs.id', workspaceNow(now).as('now')])
    .where('jobs.status', '=', 'pending')
    .where('jobs.kind', 'in', kinds)
    .where('jobs.run_at', '<=', workspaceNow(now))
    .$if(within !== undefined, query => query.where('jobs.workspace_id', '=', within ?? ''))
    .orderBy('jobs.run_at')
    .orderBy('jobs.id')
    .limit(100)
    .execute()

/** A pending job and the workspace it works in; undefined when it is done or somebody else is at it. */
export const claimJob = (tx: Tx, { workspace_id, id }: JobKey) =>
  tx
    .selectFrom('jobs')
    .innerJoin('workspaces', 'workspaces.id', 'jobs.workspace_id')
    .select(['jobs.id', 'jobs.kind', 'jobs.resource_type', 'workspaces.name', 'workspaces.timezone'])
    .select(row => row.ref('jobs.input').$castTo<JobInput>().as('input'))
    .where('jobs.workspace_id', '=', workspace_id)
    .where('jobs.id', '=', id)
    .where('jobs.status', '=', 'pending')
    .forUpdate('jobs')
    .skipLocked()
    .executeTakeFirst()

export async function finishJob(
  tx: Tx,
  { workspace_id, id }: JobKey,
  done: { status: 'success' | 'failed'; resourceId: string | null; result: unknown; now: number },
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({
      status: done.status,
      resource_id: done.resourceId,
      result: json(done.result),
      input: null,
      updated_at: done.now,
    })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

/** Puts a job off after a fault of ours; returns how often it has been tried. */
export async function postponeJob(tx: Tx, { workspace_id, id }: JobKey, until: number): Promise<number> {
  const row = await tx
    .updateTable('jobs')
    .set(job => ({ attempts: job('attempts', '+', 1), run_at: until }))
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}
