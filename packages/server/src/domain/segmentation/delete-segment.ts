import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findSegment, mayWriteSegments } from '../segment/index.ts'
import { deleteSegmentRow, selectAsking } from './delete-segment.sql.ts'

/** Deletes a segment; its people stay. 404 when there is none, 409 while something asks for it, which is named. */
export async function deleteSegment(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayWriteSegments(actor)
  await findSegment(tx, actor, id)
  const asking = await selectAsking(tx, actor.workspace.id, id)
  if (asking.length > 0)
    throw problem(
      errors.conflict,
      `The segment cannot be deleted while it is asked for by: ${asking.map(({ what, name }) => `${what} ${name ?? ''}`.trim()).join(', ')}`,
    )
  await deleteSegmentRow(tx, actor.workspace.id, id)
}
