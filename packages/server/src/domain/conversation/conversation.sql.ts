import type { Tx } from '../../db/database.ts'

export const selectConversationRef = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversations')
    .select(['id', 'is_ticket', 'state'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
