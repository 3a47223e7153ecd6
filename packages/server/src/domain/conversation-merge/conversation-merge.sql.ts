import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Which of some conversations were merged away, by their ids. */
export const selectMerged = (tx: Tx, workspaceId: string, ids: number[]): Promise<{ id: number }[]> =>
  tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .where('merged_into', 'is not', null)
    .execute()

/** Marks the one as merged into the other, and links the two. */
export async function linkMerged(
  tx: Tx,
  actor: Actor,
  { secondaryId, primaryId }: { secondaryId: number; primaryId: number },
): Promise<void> {
  const workspace_id = actor.workspace.id
  await tx
    .updateTable('conversations')
    .set({ merged_into: primaryId })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', secondaryId)
    .execute()
  await tx
    .insertInto('conversation_links')
    .values({ workspace_id, conversation_id: secondaryId, linked_id: primaryId, created_at: actor.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
