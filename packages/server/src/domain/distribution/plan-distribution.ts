import { markCommit } from '../../db/commit-marks.ts'
import type { Tx } from '../../db/database.ts'
import type { Stretch } from '../../events/logged-event.ts'
import { DISTRIBUTION_CHANNEL, insertDue } from './distribution.sql.ts'

/**
 * Has workspaces looked at in which something happened and something waits for somebody. What happened does not matter: whatever
 * may make room or need some is an event, and what is to be done follows from how things are. Needs the unguarded lane.
 */
export async function planDistribution(tx: Tx, stretches: Stretch[]): Promise<void> {
  const workspaceIds = stretches.map(({ workspaceId }) => workspaceId)
  if (await insertDue(tx, workspaceIds)) markCommit(tx, DISTRIBUTION_CHANNEL)
}
