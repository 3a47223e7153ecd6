import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import { type ContactPatch, isIdentityFree, type StoredContact, updateContactRow } from '../contact/index.ts'
import { fillGaps } from './fill-gaps.ts'
import { insertMerge } from './merge.sql.ts'
import { moveBelongings } from './move.sql.ts'

/** Two contacts, of which the first is about to live on as the second. Both are held by the transaction. */
export interface Pair {
  from: StoredContact
  into: StoredContact
}

/**
 * Makes one contact live on as another: its gaps are filled, everything that hung on the first moves, and the first is
 * left as a signpost. Whether the two may be merged is the caller's business, and so is telling.
 */
export async function absorb(tx: Tx, actor: Actor, { from, into }: Pair): Promise<void> {
  const { id: workspaceId } = actor.workspace
  await updateContactRow(tx, workspaceId, from.id, { merged_into: into.id, updated_at: actor.now })
  await moveBelongings(tx, actor, from, into)
  await updateContactRow(tx, workspaceId, into.id, await patchOf(tx, actor, { from, into }))
  if (from.role !== 'visitor') await insertMerge(tx, actor, from, into.id)
}

/** An identity the survivor lacks is taken over unless another user has it. */
async function patchOf(tx: Tx, actor: Actor, { from, into }: Pair): Promise<ContactPatch> {
  const { custom_attributes, email, external_id, ...gaps } = fillGaps(from, into)
  const takes = async (identity: { email: string | null } | { external_id: string | null }) =>
    (await isIdentityFree(tx, actor, identity, into.id)) ? identity : {}
  return {
    ...gaps,
    ...(custom_attributes && { custom_attributes: json(custom_attributes) }),
    ...(email && (await takes({ email }))),
    ...(external_id && from.role !== 'visitor' && (await takes({ external_id }))),
    updated_at: actor.now,
  }
}
