import type { InboxView } from '@guichet/contract/models/inbox-view.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { InboxViewRow } from './inbox-view.sql.ts'

export const viewInboxView = ({ id, admin_id, ...row }: InboxViewRow): Static<typeof InboxView> => ({
  type: 'inbox_view',
  ...{ id: String(id), admin_id: String(admin_id) },
  ...row,
})
