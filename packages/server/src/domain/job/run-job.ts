import { gatesAt } from '@guichet/contract/change.ts'
import { Problem } from '@guichet/contract/errors.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor, Workspace } from '../actor.ts'
import { eachDue } from '../each-due.ts'
import { claimJob, finishJob, type JobKey, postponeJob, selectDueJobs } from './job.sql.ts'
import type { JobInput, JobKind } from './job.ts'

/** Does the work of a job in the job's own transaction. Answers the id of what it made, where that is told. */
export type Work = (tx: Tx, actor: Actor, request: unknown) => Promise<string | null>

/** What each kind of job does; kinds that are not among them are left to others. */
export type Works = Partial<Record<JobKind, Work>>

interface Running {
  database: Database
  now: number
  works: Works
  /** The workspace whose jobs are run, where it is not those of all: tests share a database. */
  within?: string
}

/** How often a job is tried that fails by a fault of ours, and how long it waits in between, in seconds. */
const MOST_ATTEMPTS = 5
const WAIT = 10

/**
 * Runs the jobs whose time has come. A job is claimed, done and finished in one transaction, so that it is done once
 * however many look for it, and again after a crash. Returns how many were done; throws the first fault of ours, after
 * the other jobs had their turn.
 */
export function runDueJobs(running: Running): Promise<number> {
  const { database, now, within } = running
  return eachDue(
    () => selectDueJobs(database.unguarded.read, { kinds: Object.keys(running.works), now, within }),
    job => runOne({ ...running, now: job.now }, job),
  )
}

async function runOne(running: Running, key: JobKey): Promise<boolean> {
  try {
    return await running.database.transaction(tx => attempt(tx, running, key), running.now)
  } catch (error) {
    await putOff(running, key)
    throw error
  }
}

async function attempt(tx: Tx, { works, now }: Running, key: JobKey): Promise<boolean> {
  const job = await claimJob(tx, key)
  if (!job) return false
  const actor = actorOf({ id: key.workspace_id, name: job.name, timezone: job.timezone }, job.input, now)
  const result = await outcome(tx, () => workOf(works, job.kind)(tx, actor, job.input.request))
  await finishJob(tx, key, { ...result, now })
  if (job.resource_type !== null)
    await append(tx, actor, { topic: 'job.completed', object: { type: 'job', id: String(key.id) } })
  return true
}

/** A refusal fails the job and leaves nothing of its work behind. */
async function outcome(tx: Tx, work: () => Promise<string | null>) {
  await sql`savepoint work`.execute(tx)
  try {
    return { status: 'success' as const, resourceId: await work(), result: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint work`.execute(tx)
    return failed({ code: error.code, message: error.message })
  }
}

const failed = (result: unknown) => ({ status: 'failed' as const, resourceId: null, result })

async function putOff({ database, now }: Running, key: JobKey): Promise<void> {
  await database.transaction(async tx => {
    const attempts = await postponeJob(tx, key, now + WAIT)
    if (attempts >= MOST_ATTEMPTS) await finishJob(tx, key, { ...failed({ code: 'server_error' }), now })
  })
}

function workOf(works: Works, kind: string): Work {
  const found = Object.entries(works).find(([name]) => name === kind)
  if (!found) throw new Error(`there is nothing that does jobs of the kind ${kind}`)
  return found[1]
}

const actorOf = (workspace: Workspace, { actor }: JobInput, now: number): Actor => ({
  workspace,
  adminId: actor.admin_id,
  appId: actor.app_id,
  scopes: actor.scopes === 'all' ? 'all' : new Set(actor.scopes),
  version: actor.version,
  gates: gatesAt(actor.version),
  strict: actor.strict,
  now,
  origin: actor.origin,
  ip: actor.ip ?? undefined,
})
