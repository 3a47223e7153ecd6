import { sql } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

/** What a segment is made of: leads, users or companies. */
export type SegmentKind = 'contact' | 'user' | 'company'

export interface SegmentRow {
  id: string
  name: string
  person_type: SegmentKind
  /** A search's query tree. */
  rules: unknown
  created_at: number
  updated_at: number
}

/** The segments of some kinds, in the order they were made. */
export const selectSegments = (tx: Tx, workspaceId: string, kinds: SegmentKind[]): Promise<SegmentRow[]> =>
  selectKinds(tx, { workspaceId, kinds })

const selectKinds = compiledOnce(
  { workspaceId: 'workspace', kinds: [] },
  (tx, { workspaceId, kinds }: { workspaceId: string; kinds: SegmentKind[] }) =>
    tx
      .selectFrom('segments')
      .select(['id', 'name', 'person_type', 'rules', 'created_at', 'updated_at'])
      .where('workspace_id', '=', workspaceId)
      .where('person_type', '=', sql<SegmentKind>`any(${kinds}::text[])`)
      .orderBy('created_at')
      .orderBy('id'),
)

export const selectSegment = (tx: Tx, workspaceId: string, id: string): Promise<SegmentRow | undefined> =>
  tx
    .selectFrom('segments')
    .select(['id', 'name', 'person_type', 'rules', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertSegment(tx: Tx, workspaceId: string, segment: SegmentRow): Promise<void> {
  await tx
    .insertInto('segments')
    .values({ ...segment, workspace_id: workspaceId, rules: json(segment.rules) })
    .execute()
}
