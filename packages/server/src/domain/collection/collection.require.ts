import { invalid } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectRefs } from './collection.sql.ts'
import { readContents } from './collection.view.ts'

/** What other nouns need to know of a collection. */
export interface CollectionRef {
  id: number
  help_center_id: number
  /** Whether it is inside another, which versions with sections call a section. */
  isInner: boolean
  /** Its name in each language. */
  names: Map<string, string>
}

/** The collections of these ids, by id; ids of none are left out. */
export async function collectionRefs(
  tx: Tx,
  workspaceId: string,
  ids: number[],
): Promise<Map<number, CollectionRef>> {
  const rows = ids.length === 0 ? [] : await selectRefs(tx, workspaceId, ids)
  return new Map(
    rows.map(({ id, help_center_id, parent_id, contents }) => {
      const names = new Map(
        Object.entries(readContents(contents)).map(([locale, { name }]) => [locale, name]),
      )
      return [id, { id, help_center_id, isInner: parent_id !== null, names }]
    }),
  )
}

/** The same, in the order asked for; 400 for one that is not there. */
export async function requireCollections(
  tx: Tx,
  actor: Actor,
  ids: number[],
  field: string,
): Promise<CollectionRef[]> {
  const found = await collectionRefs(tx, actor.workspace.id, ids)
  return ids.map(id => {
    const collection = found.get(id)
    if (!collection) throw invalid(`${field} names a collection that does not exist: ${id}`, field)
    return collection
  })
}
