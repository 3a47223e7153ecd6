import type { Database } from '../db/database.ts'
import { deleteEventsUpTo, selectOldest, selectTrimmed } from './retention.sql.ts'

/** How many events are forgotten in one transaction. */
const BATCH = 5000

/**
 * Forgets the events that workspaces do not want to keep any longer, from the oldest on and without leaving holes. Returns how
 * many. `now` is in seconds.
 */
export async function trimEvents(database: Database, now: number): Promise<number> {
  let forgotten = 0
  for (const { workspace_id: workspaceId, kept_since } of await selectTrimmed(database.unguarded.read, now)) {
    for (;;) {
      const oldest = await selectOldest(database.read, workspaceId, BATCH)
      const kept = oldest.findIndex(event => event.created_at >= kept_since)
      const old = kept < 0 ? oldest : oldest.slice(0, kept)
      const last = old.at(-1)
      if (last) await database.transaction(tx => deleteEventsUpTo(tx, workspaceId, last.sequence))
      forgotten += old.length
      if (old.length < BATCH) break
    }
  }
  return forgotten
}
