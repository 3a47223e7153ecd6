import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { opensAt } from '../office-hours/index.ts'
import { selectBusyTeams } from './distribution.sql.ts'

/** The teams with something to give that may give now, and when the next of the others opens. */
export async function openTeams(
  tx: Tx,
  { workspace, now }: Actor,
): Promise<{ open: number[]; next: number | undefined }> {
  const teams = await selectBusyTeams(tx, workspace.id)
  const opens = teams.map(({ id, office_hours_only, hours }) => ({
    ...{ id, at: office_hours_only ? opensAt(hours, now) : now },
  }))
  const later = opens.flatMap(({ at }) => (at !== undefined && at > now ? [at] : []))
  return {
    open: opens.filter(({ at }) => at === now).map(({ id }) => id),
    next: later.length === 0 ? undefined : Math.min(...later),
  }
}
