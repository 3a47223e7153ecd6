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

/** Who is mentioned in which of some parts, and by whom. */
export const selectMentions = (
  tx: Tx,
  workspaceId: string,
  { conversationIds, partIds }: { conversationIds: number[]; partIds: number[] },
) =>
  tx
    .selectFrom('mentions')
    .innerJoin('conversation_parts as part', join =>
      join
        .onRef('part.workspace_id', '=', 'mentions.workspace_id')
        .onRef('part.conversation_id', '=', 'mentions.conversation_id')
        .onRef('part.id', '=', 'mentions.part_id'),
    )
    .select(['mentions.part_id', 'mentions.admin_id', 'part.author_name'])
    .where('mentions.workspace_id', '=', workspaceId)
    .where('part.workspace_id', '=', workspaceId)
    .where('mentions.conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .where('mentions.part_id', '=', sql<number>`any(${partIds}::bigint[])`)
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
