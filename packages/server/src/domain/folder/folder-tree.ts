import { invalid } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectTree } from './folder.sql.ts'

/** The folder a request puts something in, null for none; 400 for one that is not there. */
export async function requireFolder(
  tx: Tx,
  actor: Actor,
  id: number | null,
  field = 'folder_id',
): Promise<number | null> {
  if (id === null) return null
  const key = numericId(id)
  const all = await selectTree(tx, actor.workspace.id)
  if (!all.some(folder => folder.id === key))
    throw invalid(`${field} names a folder that does not exist`, field)
  return id
}

/** A folder and all that are inside it, at any depth. Empty for a folder that is not there. */
export async function folderWithin(
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<{ id: number; content_count: number }[]> {
  const all = await selectTree(tx, workspaceId)
  const inside = Map.groupBy(all, folder => folder.parent_folder_id)
  const found = all.filter(folder => folder.id === id)
  for (const folder of found) found.push(...(inside.get(folder.id) ?? []))
  return found
}
