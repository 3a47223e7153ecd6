import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export interface Report {
  send_state?: string
  send_info?: string
  admin_seen?: boolean
}

/** Whether there is such a part to report of. */
export async function updateReport(
  tx: Tx,
  actor: Actor,
  { conversationId, partId, report }: { conversationId: number; partId: number; report: Report },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conversation_parts')
    .set({ ...report, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', partId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
