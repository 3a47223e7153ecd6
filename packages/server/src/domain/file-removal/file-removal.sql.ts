import type { Tx } from '../../db/database.ts'

export async function insertRemovals(tx: Tx, workspaceId: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .insertInto('file_removals')
    .values(keys.map(key => ({ workspace_id: workspaceId, key })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Of every workspace: needs the unguarded lane. */
export const selectRemovals = (read: Tx) =>
  read.selectFrom('file_removals').select(['workspace_id', 'key']).limit(100).execute()

export async function deleteRemoval(
  tx: Tx,
  { workspace_id, key }: { workspace_id: string; key: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('file_removals')
    .where('workspace_id', '=', workspace_id)
    .where('key', '=', key)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
