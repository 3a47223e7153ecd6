import type { Tx } from '../../db/database.ts'

export const selectTeam = (tx: Tx, workspaceId: string, id: number): Promise<{ id: number } | undefined> =>
  tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
