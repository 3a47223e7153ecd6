import type { Tx } from '../../db/database.ts'

export const selectParticipantIds = async (
  tx: Tx,
  workspaceId: string,
  conversationId: number,
): Promise<string[]> => {
  const rows = await tx
    .selectFrom('conversation_contacts')
    .select('contact_id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .execute()
  return rows.map(row => row.contact_id)
}
