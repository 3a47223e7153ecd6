import type { Segment } from '@guichet/contract/models/segment.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { SegmentRow } from './segment.sql.ts'

export type SegmentView = Static<typeof Segment>

export const viewSegment = (row: SegmentRow, count?: number): SegmentView => ({
  type: 'segment',
  id: row.id,
  name: row.name,
  created_at: row.created_at,
  updated_at: row.updated_at,
  person_type: row.person_type === 'contact' ? 'contact' : 'user',
  ...(count !== undefined && { count }),
})
