import type { Tx } from '../../db/database.ts'

/** The parts of a conversation that say how they left it or who woke it, oldest first. */
export const selectStates = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('conversation_parts')
    .select(['part_type', 'state', 'created_at', 'author_type', 'author_id', 'author_name', 'author_email'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where(row => row.or([row('state', 'is not', null), row('part_type', '=', 'open')]))
    .orderBy('id')
    .execute()

export type StateRow = Awaited<ReturnType<typeof selectStates>>[number]
