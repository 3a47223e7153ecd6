import type { Tx } from '../db/database.ts'

/** A workspace, and its Operator, in whose name it is read. */
export const selectReader = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('workspaces')
    .innerJoin('admins', 'admins.workspace_id', 'workspaces.id')
    .select(['workspaces.id', 'workspaces.name', 'workspaces.timezone', 'admins.id as operator_id'])
    .where('workspaces.id', '=', workspaceId)
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.kind', '=', 'bot')
    .executeTakeFirst()
