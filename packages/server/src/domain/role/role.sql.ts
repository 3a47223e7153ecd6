import type { Role } from '@guichet/contract/roles.ts'
import type { Tx } from '../../db/database.ts'

export async function insertRoles(
  tx: Tx,
  workspaceId: string,
  roles: { kind: Role; name: string }[],
  now: number,
): Promise<void> {
  await tx
    .insertInto('roles')
    .values(roles.map(role => ({ workspace_id: workspaceId, ...role, created_at: now, updated_at: now })))
    .onConflict(conflict => conflict.columns(['workspace_id', 'kind']).doNothing())
    .execute()
}

/** Roles of a kind; what else a workspace calls a role is only a name. */
export const selectRoles = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('roles')
    .select(['id', 'kind', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'is not', null)
    .orderBy('id')
    .execute()
