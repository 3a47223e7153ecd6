import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type TouchedTime, touchContactRows } from './contact.sql.ts'

/** Moves times of contacts forward, such as when they were last seen; never back. Announces nothing. */
export async function touchContacts(
  tx: Tx,
  actor: Actor,
  ids: string[],
  times: Partial<Record<TouchedTime, number | undefined>>,
): Promise<void> {
  const given = Object.values(times).some(at => at !== undefined)
  if (given && ids.length > 0) await touchContactRows(tx, actor.workspace.id, ids, times)
}
