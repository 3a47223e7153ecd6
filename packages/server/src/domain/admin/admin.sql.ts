import type { Tx } from '../../db/database.ts'

export const selectAdminRef = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('admins')
    .select(['id', 'kind', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
