import { fieldsOf } from '@guichet/contract/fields.ts'
import { type ActivityLog, ActivityLogMetadata } from '@guichet/contract/models/activity-log.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ActivityRow } from './activity-log.sql.ts'

export type ActivityLogView = Static<typeof ActivityLog>

export const viewActivity = (row: ActivityRow): ActivityLogView => ({
  id: row.id,
  performed_by: performer(fieldsOf(row.performed_by)),
  metadata: published(fieldsOf(row.metadata)),
  created_at: row.created_at,
  activity_type: row.activity_type,
  activity_description: row.activity_description ?? '',
})

function performer({ type, id, email, ip }: Record<string, unknown>): ActivityLogView['performed_by'] {
  return {
    type: String(type ?? 'admin'),
    id: String(id ?? ''),
    email: String(email ?? ''),
    ...(typeof ip === 'string' && { ip }),
  }
}

/** What the log keeps besides the published keys stays inside. */
function published(metadata: Record<string, unknown>): ActivityLogView['metadata'] {
  return Object.fromEntries(
    Object.entries(metadata).filter(([name]) => name in ActivityLogMetadata.properties),
  )
}
