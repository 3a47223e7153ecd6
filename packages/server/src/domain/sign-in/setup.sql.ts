import type { Tx } from '../../db/database.ts'

export async function renameOwner(
  tx: Tx,
  owner: { workspaceId: string; adminId: number; name: string; email: string; now: number },
): Promise<void> {
  await tx
    .updateTable('admins')
    .set({ name: owner.name, email: owner.email, updated_at: owner.now })
    .where('workspace_id', '=', owner.workspaceId)
    .where('id', '=', owner.adminId)
    .execute()
}

export async function renameWorkspace(tx: Tx, id: string, name: string, now: number): Promise<void> {
  await tx.updateTable('workspaces').set({ name, updated_at: now }).where('id', '=', id).execute()
}

export async function hasAccounts(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account_workspaces')
    .select('account_id')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
