import type { SegmentList } from '@guichet/contract/models/segment.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { countCompaniesIn } from '../company/index.ts'
import { contactSearchable, countContactsWhere } from '../contact/index.ts'
import {
  mayReadSegments,
  type SegmentRow,
  segmentCondition,
  selectSegments,
  viewSegment,
} from '../segment/index.ts'

/** Every segment, with how many are in it now where that is asked. */
export async function listSegments(
  tx: Tx,
  actor: Actor,
  { include_count: counted }: { include_count?: boolean },
): Promise<Static<typeof SegmentList>> {
  mayReadSegments(actor)
  const rows = await selectSegments(tx, actor.workspace.id, ['contact', 'user', 'company'])
  const counts = counted ? await Promise.all(rows.map(row => countIn(tx, actor, row))) : []
  return { type: 'segment.list', segments: rows.map((row, at) => viewSegment(row, counts[at])) }
}

async function countIn(tx: Tx, actor: Actor, segment: SegmentRow): Promise<number> {
  if (segment.person_type === 'company') return countCompaniesIn(tx, actor, segment)
  const condition = await segmentCondition({ tx, actor }, contactSearchable(tx, actor), segment)
  return countContactsWhere(tx, actor.workspace.id, condition)
}
