import type { Tx } from '../../db/database.ts'

/** A contact that is there: not merged away. */
export const selectContactRef = (tx: Tx, workspaceId: string, id: string) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'role', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
