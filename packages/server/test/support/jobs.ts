import type { Database } from '../../src/db/database.ts'
import { runDueJobs } from '../../src/domain/job/index.ts'
import { worksWith } from '../../src/jobs/run-enqueued.ts'
import { nowhere } from '../../src/storage/nowhere.ts'
import type { TestClock } from './guichet.ts'

/**
 * Runs what is due until a workspace has nothing left to do. Test files share a database, so another one may be at a job
 * of ours, by its own clock: this one waits for it.
 */
export async function drainJobs(of: { database: Database; clock: TestClock; id: string }): Promise<void> {
  const { database, clock, id } = of
  do await runDueJobs({ database, now: clock.now(), works: worksWith(nowhere) })
  while (await hasDueJobs(database, id, clock.now()))
}

async function hasDueJobs(database: Database, workspaceId: string, now: number): Promise<boolean> {
  const row = await database.read
    .selectFrom('jobs')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'pending')
    .where('run_at', '<=', now)
    .executeTakeFirst()
  return row !== undefined
}
