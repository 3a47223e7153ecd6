import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type TouchedTime, touchContactRow } from './contact.sql.ts'

/** Moves times of a contact forward, such as when it was last seen; never back. Announces nothing. */
export async function touchContact(
  tx: Tx,
  actor: Actor,
  id: string,
  times: Partial<Record<TouchedTime, number | undefined>>,
): Promise<void> {
  if (Object.values(times).some(at => at !== undefined))
    await touchContactRow(tx, actor.workspace.id, id, times)
}
