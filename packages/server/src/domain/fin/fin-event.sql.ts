import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Streams and deliveries listen on this channel for `<workspace>/<session>`. */
export const FIN_CHANNEL = 'guichet_fin'

export interface EventRow {
  body: string
  delivery: 'none' | 'pending'
}

/** Appends events to a session whose row its caller holds, so that their ids are in the order of their commits. */
export async function insertEvents(
  tx: Tx,
  actor: Actor,
  sessionId: number,
  events: EventRow[],
): Promise<void> {
  await tx
    .insertInto('fin_events')
    .values(
      events.map(event => ({
        ...event,
        workspace_id: actor.workspace.id,
        session_id: sessionId,
        created_at_ms: actor.now * 1000,
      })),
    )
    .execute()
  await announce(tx, FIN_CHANNEL, `${actor.workspace.id}/${sessionId}`)
}

/** The id of a session's last event, 0 when there is none. */
export async function selectLastEventId(tx: Tx, workspaceId: string, sessionId: number): Promise<number> {
  const row = await tx
    .selectFrom('fin_events')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('session_id', '=', sessionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** Events of a session behind one, or since a moment in milliseconds; the oldest first. */
export const selectEvents = (
  tx: Tx,
  workspaceId: string,
  sessionId: number,
  from: { after: number } | { sinceMs: number },
): Promise<{ id: number; body: string }[]> =>
  tx
    .selectFrom('fin_events')
    .select(['id', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('session_id', '=', sessionId)
    .where(row => ('after' in from ? row('id', '>', from.after) : row('created_at_ms', '>=', from.sinceMs)))
    .orderBy('id')
    .limit(500)
    .execute()

export async function hasCallback(tx: Tx, workspaceId: string, appId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('fin_callbacks')
    .select('app_id')
    .where('workspace_id', '=', workspaceId)
    .where('app_id', '=', appId)
    .executeTakeFirst()
  return row !== undefined
}
