import { errors, missing, problem } from '@guichet/contract/errors.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { objectId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadSegments, mayWriteSegments } from './segment.policy.ts'
import { insertSegment, type SegmentKind, type SegmentRow, selectSegment } from './segment.sql.ts'
import { type SegmentView, viewSegment } from './segment.view.ts'
import { withDates } from './segment-rules.ts'

/** One segment; 404 when there is none. */
export async function findSegment(tx: Tx, actor: Actor, id: string): Promise<SegmentView> {
  mayReadSegments(actor)
  const row = await selectSegment(tx, actor.workspace.id, id)
  if (!row) throw problem(errors.notFound)
  return viewSegment(row)
}

/** Makes a segment of a query tree; 400 for one that cannot be read. No call of the public API does. */
export async function createSegment(
  tx: Tx,
  actor: Actor,
  { name, kind, rules }: { name: string; kind: SegmentKind; rules: unknown },
): Promise<SegmentView> {
  mayWriteSegments(actor)
  if (name.trim() === '') throw missing('name')
  parseQuery(withDates(rules, actor.now))
  const times = { created_at: actor.now, updated_at: actor.now }
  const row: SegmentRow = { id: objectId(actor.now), name: name.trim(), person_type: kind, rules, ...times }
  await insertSegment(tx, actor.workspace.id, row)
  return viewSegment(row)
}
