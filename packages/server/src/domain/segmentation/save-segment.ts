import { parseQuery } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Actor } from '../actor.ts'
import { contactSearchable } from '../contact/index.ts'
import { createSegment, mayWriteSegments, type SegmentView, withDates } from '../segment/index.ts'

/** Keeps a filter of contacts as a segment; 400 for one that a search would refuse, since it would hold nobody. */
export async function saveSegment(
  tx: Tx,
  actor: Actor,
  { name, person_type, rules }: { name: string; person_type: 'user' | 'contact'; rules: unknown },
): Promise<SegmentView> {
  mayWriteSegments(actor)
  const query = parseQuery(withDates(rules, actor.now))
  await compileSearch({ tx, actor }, contactSearchable(tx, actor), query)
  return createSegment(tx, actor, { name, kind: person_type, rules })
}
