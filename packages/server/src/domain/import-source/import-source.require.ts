import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type SourceRow, selectSource, touchSource } from './import-source.sql.ts'

/** The source of an id; 404, or the error of the route, when there is none. */
export async function requireImportSource(
  tx: Tx,
  actor: Actor,
  id: string | number,
  unknown: Kind = errors.notFound,
): Promise<SourceRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectSource(tx, actor.workspace.id, key)
  if (!row) throw problem(unknown)
  return row
}

/** Notes that a source has brought something now. */
export const markSynced = (tx: Tx, actor: Actor, id: number): Promise<void> => touchSource(tx, actor, id)
