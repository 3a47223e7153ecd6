import type { Tx } from '../../db/database.ts'

export const selectMe = (tx: Tx, workspaceId: string, adminId: number, sessionId: number) =>
  tx
    .selectFrom('admins')
    .innerJoin('workspaces', 'workspaces.id', 'admins.workspace_id')
    .innerJoin('sessions', join => join.on('sessions.id', '=', sessionId))
    .select([
      ...(['admins.id', 'admins.name', 'admins.email', 'admins.job_title', 'admins.avatar_url'] as const),
      ...(['admins.has_inbox_seat', 'admins.away_mode_enabled', 'admins.away_mode_reassign'] as const),
      ...(['workspaces.created_at', 'sessions.expires_at', 'sessions.second_factor'] as const),
    ])
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.id', '=', adminId)
    .executeTakeFirstOrThrow()

export async function updateAdmin(
  tx: Tx,
  workspaceId: string,
  adminId: number,
  values: { name?: string; job_title?: string | null },
  now: number,
): Promise<void> {
  await tx
    .updateTable('admins')
    .set({ ...values, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', adminId)
    .execute()
}
