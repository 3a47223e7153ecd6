import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContactStanding } from '@guichet/contract/models/archived-contact.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadContacts } from './contact.policy.ts'
import { selectStandings, selectSurvivor } from './contact.sql.ts'

/** Whether a contact is archived, blocked or merged away, and then into whom; 404 for none. */
export async function findStanding(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof ContactStanding>> {
  mayReadContacts(actor)
  const [row] = await selectStandings(tx, actor.workspace.id, [id])
  if (!row) throw problem(errors.contactNotFound)
  const survivor = row.merged_into && (await selectSurvivor(tx, actor.workspace.id, id))
  return { ...row, type: 'contact_standing', merged_into: survivor ?? null }
}
