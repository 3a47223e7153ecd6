import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** Which of some contacts take part in which of some conversations. */
export const selectParticipants = (
  tx: Tx,
  workspaceId: string,
  { conversationIds, contactIds }: { conversationIds: number[]; contactIds: string[] },
) =>
  tx
    .selectFrom('conversation_contacts')
    .select(['conversation_id', 'contact_id'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .where('contact_id', '=', sql<string>`any(${contactIds}::text[])`)
    .execute()

/** The Operator of a workspace, as which the server looks at things. */
export async function selectOperator(tx: Tx, workspaceId: string): Promise<number> {
  const { id } = await tx
    .selectFrom('admins')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'bot')
    .executeTakeFirstOrThrow()
  return id
}
