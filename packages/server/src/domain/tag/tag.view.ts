import type { AppliedTag, Tag } from '@guichet/contract/models/tag.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { TagRow } from './tag.sql.ts'
import type { TaggingRow } from './taggings.sql.ts'

export const viewTag = ({ id, name }: TagRow): Static<typeof Tag> => ({ type: 'tag', id: String(id), name })

export const viewAppliedTag = (row: TaggingRow): Static<typeof AppliedTag> => ({
  ...viewTag(row),
  applied_at: row.applied_at,
  applied_by: row.applied_by === null ? null : { type: 'admin', id: String(row.applied_by) },
})
