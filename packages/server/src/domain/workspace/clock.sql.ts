import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** How a workspace tells the time: the world's, but for a sandbox's. */
export interface WorkspaceClock {
  offset: number
  /** Where it stands still. */
  frozenAt: number | null
}

/** The time it is in a workspace when it is `now` in the world. */
export async function nowIn(tx: Tx, workspaceId: string, now: number): Promise<number> {
  const row = await tx
    .selectFrom('workspaces')
    .select(workspaceNow(now).as('now'))
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.now ?? now
}

export async function selectClock(tx: Tx, workspaceId: string): Promise<WorkspaceClock> {
  const row = await tx
    .selectFrom('workspaces')
    .select(['clock_offset', 'clock_frozen_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return { offset: row.clock_offset, frozenAt: row.clock_frozen_at }
}

export async function updateClock(tx: Tx, workspaceId: string, clock: WorkspaceClock): Promise<void> {
  await tx
    .updateTable('workspaces')
    .set({ clock_offset: clock.offset, clock_frozen_at: clock.frozenAt })
    .where('id', '=', workspaceId)
    .execute()
}

/** How many sandboxes a workspace has. */
export async function countSandboxes(tx: Tx, workspaceId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('workspaces')
    .select(row => row.fn.countAll<number>().as('count'))
    .where('sandbox_of', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return count
}
