import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** Of every session the oldest event that is to be delivered, where its time has come. Needs the unguarded lane. */
export const selectDue = (read: Tx, now: number, within?: string) =>
  read
    .selectFrom(db =>
      db
        .selectFrom('fin_events')
        .select(['workspace_id', 'session_id', 'id', 'due_at', 'attempts', 'body'])
        .distinctOn(['workspace_id', 'session_id'])
        .where('delivery', '=', 'pending')
        .orderBy('workspace_id')
        .orderBy('session_id')
        .orderBy('id')
        .as('first'),
    )
    .innerJoin('fin_sessions', join =>
      join
        .onRef('fin_sessions.workspace_id', '=', 'first.workspace_id')
        .onRef('fin_sessions.id', '=', 'first.session_id'),
    )
    .leftJoin('fin_callbacks', join =>
      join
        .onRef('fin_callbacks.workspace_id', '=', 'fin_sessions.workspace_id')
        .onRef('fin_callbacks.app_id', '=', 'fin_sessions.app_id'),
    )
    .innerJoin('workspaces', 'workspaces.id', 'first.workspace_id')
    .$if(within !== undefined, due => due.where('first.workspace_id', '=', within ?? ''))
    .select(workspaceNow(now).as('now'))
    .select(['first.workspace_id', 'first.session_id', 'first.id', 'first.due_at', 'first.attempts'])
    .select(['first.body', 'fin_callbacks.url', 'fin_callbacks.secret'])
    .where('first.due_at', '<=', workspaceNow(now))
    .orderBy('first.id')
    .limit(50)
    .execute()

export type DueEvent = Awaited<ReturnType<typeof selectDue>>[number]

/** Takes an event to deliver it, so that nobody else does for a while; whether nobody has. */
export async function claimEvent(tx: Tx, event: DueEvent, until: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('fin_events')
    .set({ due_at: until, attempts: sql`attempts + 1` })
    .where('workspace_id', '=', event.workspace_id)
    .where('session_id', '=', event.session_id)
    .where('id', '=', event.id)
    .where('delivery', '=', 'pending')
    .where('due_at', '=', event.due_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function settleEvent(
  tx: Tx,
  event: DueEvent,
  outcome: { delivery: 'done' | 'failed' } | { due_at: number },
): Promise<void> {
  await tx
    .updateTable('fin_events')
    .set(outcome)
    .where('workspace_id', '=', event.workspace_id)
    .where('session_id', '=', event.session_id)
    .where('id', '=', event.id)
    .execute()
}
