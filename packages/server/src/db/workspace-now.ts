import { type RawBuilder, sql } from 'kysely'

/**
 * The time it is in the workspace of a row, when it is `now` in the world: a sandbox has a clock of its own. For statements that have
 * `workspaces` in them; what is due is compared with this, so that it is due by the clock of its workspace.
 */
export const workspaceNow = (now: number): RawBuilder<number> =>
  sql<number>`coalesce(workspaces.clock_frozen_at, ${now}::bigint + workspaces.clock_offset)`
