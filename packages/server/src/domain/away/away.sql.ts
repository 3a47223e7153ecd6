import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** How a teammate is away or not. */
export interface Away {
  away_mode_enabled: boolean
  away_mode_reassign: boolean
  away_status_reason_id: number | null
}

/** How a teammate is away now, held until the transaction ends. */
export const lockAway = (tx: Tx, workspaceId: string, adminId: number) =>
  tx
    .selectFrom('admins')
    .select(['id', 'name', 'away_mode_enabled', 'away_mode_reassign', 'away_status_reason_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', adminId)
    .where('kind', '=', 'admin')
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function updateAway(tx: Tx, actor: Actor, adminId: number, away: Away): Promise<void> {
  await tx
    .updateTable('admins')
    .set({ ...away, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', adminId)
    .execute()
}
