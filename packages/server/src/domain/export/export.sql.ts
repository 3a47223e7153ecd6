import { type Expression, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { ExportKind } from './export.ts'

/** Holds every other start of an export in the workspace until this transaction ends. */
export async function lockExports(tx: Tx, workspaceId: string): Promise<void> {
  await tx.selectFrom('workspaces').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
}

/** How many exports of a kind are being got ready. */
export async function countPending(tx: Tx, workspaceId: string, kind: ExportKind): Promise<number> {
  const { count } = await tx
    .selectFrom('exports')
    .innerJoin('jobs', job =>
      job.onRef('jobs.workspace_id', '=', 'exports.workspace_id').onRef('jobs.id', '=', 'exports.job_id'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .where('exports.workspace_id', '=', workspaceId)
    .where('exports.kind', '=', kind)
    .where('exports.ready_at', 'is', null)
    .where('exports.canceled_at', 'is', null)
    .where('jobs.status', '=', 'pending')
    .executeTakeFirstOrThrow()
  return count
}

export async function insertExport(
  tx: Tx,
  actor: Actor,
  { id, kind, request, jobId }: { id: string; kind: ExportKind; request: object; jobId: number },
): Promise<void> {
  await tx
    .insertInto('exports')
    .values({
      ...{ workspace_id: actor.workspace.id, id, kind, request: json(request), job_id: jobId },
      created_at: actor.now,
    })
    .execute()
}

/** An export with the job that gets it ready. */
export const selectExport = (tx: Tx, workspaceId: string, kind: ExportKind, id: string) =>
  tx
    .selectFrom('exports')
    .innerJoin('jobs', job =>
      job.onRef('jobs.workspace_id', '=', 'exports.workspace_id').onRef('jobs.id', '=', 'exports.job_id'),
    )
    .select(['exports.id', 'exports.kind', 'exports.has_rows', 'exports.ready_at', 'exports.canceled_at'])
    .select(['jobs.status as job_status', 'jobs.attempts'])
    .select(row => row.ref('exports.request').$castTo<unknown>().as('request'))
    .where('exports.workspace_id', '=', workspaceId)
    .where('exports.kind', '=', kind)
    .where('exports.id', '=', id)
    .executeTakeFirst()

/** Nothing happens to an export that was canceled in the meantime. */
export async function updateReady(tx: Tx, actor: Actor, id: string, hasRows: boolean): Promise<void> {
  await tx
    .updateTable('exports')
    .set({ has_rows: hasRows, ready_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('canceled_at', 'is', null)
    .execute()
}

export async function updateCanceled(tx: Tx, actor: Actor, kind: ExportKind, id: string): Promise<void> {
  await tx
    .updateTable('exports')
    .set(row => ({ canceled_at: firstOf(row.ref('canceled_at'), actor.now) }))
    .where('workspace_id', '=', actor.workspace.id)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
}

const firstOf = (before: Expression<number | null>, now: number) =>
  sql<number>`coalesce(${before}, ${now}::bigint)`
