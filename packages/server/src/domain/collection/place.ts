import type { PlaceCollectionRequest } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayWriteArticles } from '../help-center/index.ts'
import { lockSiblings, orderCollections, updateCollectionRow } from './collection.sql.ts'
import { newParent, requireRow } from './collection.ts'

/** Puts a collection under another or at the top, before a sibling or last. 400 for a place inside itself. */
export async function placeCollection(
  tx: Tx,
  actor: Actor,
  id: string,
  { parent_id, before_id }: Static<typeof PlaceCollectionRequest>,
): Promise<undefined> {
  mayWriteArticles(actor)
  const row = await requireRow(tx, actor, id, 'any')
  const parentId = await newParent(tx, actor, row, parent_id)
  const { id: workspaceId } = actor.workspace
  const siblings = await lockSiblings(tx, workspaceId, { helpCenterId: row.help_center_id, parentId })
  const others = siblings.map(each => each.id).filter(each => each !== row.id)
  const at = before_id == null ? -1 : others.indexOf(numericId(before_id) ?? 0)
  await updateCollectionRow(tx, actor, row.id, { parent_id: parentId })
  await orderCollections(tx, workspaceId, at === -1 ? [...others, row.id] : others.toSpliced(at, 0, row.id))
}
