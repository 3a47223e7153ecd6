import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { BulkNoun, NewTask } from './bulk.ts'

const JOB = ['id', 'created_at', 'updated_at'] as const

export interface BulkJobRow {
  id: number
  created_at: number
  updated_at: number
}

export const insertBulkJob = (tx: Tx, actor: Actor, noun: BulkNoun): Promise<BulkJobRow> =>
  tx
    .insertInto('bulk_jobs')
    .values({ workspace_id: actor.workspace.id, noun, created_at: actor.now, updated_at: actor.now })
    .returning(JOB)
    .executeTakeFirstOrThrow()

/** A bulk job that takes one more task; undefined when there is none of that noun. */
export const touchBulkJob = (
  tx: Tx,
  actor: Actor,
  { noun, id }: { noun: BulkNoun; id: number },
): Promise<BulkJobRow | undefined> =>
  tx
    .updateTable('bulk_jobs')
    .set({ updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('noun', '=', noun)
    .where('id', '=', id)
    .returning(JOB)
    .executeTakeFirst()

export const selectBulkJob = (
  tx: Tx,
  workspaceId: string,
  { noun, id }: { noun: BulkNoun; id: number },
): Promise<BulkJobRow | undefined> =>
  tx
    .selectFrom('bulk_jobs')
    .select(JOB)
    .where('workspace_id', '=', workspaceId)
    .where('noun', '=', noun)
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertTask(
  tx: Tx,
  actor: Actor,
  task: Pick<NewTask, 'action' | 'items'> & { bulkJobId: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('bulk_tasks')
    .values({
      workspace_id: actor.workspace.id,
      bulk_job_id: task.bulkJobId,
      action: task.action,
      item_count: task.items.length,
      items: json(task.items),
      created_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number]

export const selectTasks = (tx: Tx, workspaceId: string, bulkJobId: number) =>
  tx
    .selectFrom('bulk_tasks')
    .select(['id', 'item_count', 'failures', 'created_at', 'started_at', 'completed_at'])
    .where('workspace_id', '=', workspaceId)
    .where('bulk_job_id', '=', bulkJobId)
    .orderBy('id')
    .execute()

/** What a task is to do; undefined once it is done. */
export const selectWork = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('bulk_tasks')
    .select(['bulk_job_id', 'action', 'items'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('completed_at', 'is', null)
    .executeTakeFirst()

export async function finishTask(
  tx: Tx,
  actor: Actor,
  task: { id: number; bulkJobId: number; failures: unknown[] },
): Promise<void> {
  await tx
    .updateTable('bulk_tasks')
    .set({
      items: null,
      failures: json(task.failures),
      started_at: actor.now,
      completed_at: actor.now,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', task.id)
    .execute()
  await tx
    .updateTable('bulk_jobs')
    .set({ updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', task.bulkJobId)
    .execute()
}
