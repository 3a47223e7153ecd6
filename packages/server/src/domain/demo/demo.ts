import type { Tx } from '../../db/database.ts'
import { createWorkspace } from '../workspace/index.ts'

/** The id of the workspace that the first start makes. */
export const DEMO_WORKSPACE = 'demo2026'

/** Creates a workspace of a small company that somebody could be working in. */
export async function seedDemo(
  tx: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<void> {
  await createWorkspace(tx, {
    id: workspaceId,
    name: 'Brindille',
    timezone: 'Europe/Paris',
    owner: { name: 'Camille Fournier', email: 'camille@brindille.example' },
    now,
  })
}
