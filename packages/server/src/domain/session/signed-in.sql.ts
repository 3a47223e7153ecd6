import type { Tx } from '../../db/database.ts'

/** The sessions in a workspace that are still good, the one lately used first. */
export const selectSignedIn = (tx: Tx, workspaceId: string, now: number) =>
  tx
    .selectFrom('sessions')
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'sessions.workspace_id')
        .onRef('admins.id', '=', 'sessions.admin_id'),
    )
    .select(['sessions.id', 'sessions.admin_id', 'sessions.method', 'sessions.second_factor'])
    .select(['sessions.ip', 'sessions.user_agent', 'sessions.created_at', 'sessions.last_seen_at'])
    .select(['admins.name', 'admins.email'])
    .where('sessions.workspace_id', '=', workspaceId)
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .where('admins.removed_at', 'is', null)
    .orderBy('sessions.last_seen_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .limit(MOST)
    .execute()

/** Of so many nobody reads the rest. */
const MOST = 500
