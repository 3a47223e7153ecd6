import { type ActivityType, OTHER_CHANGE } from '@guichet/contract/models/activity-types.ts'
import type { Operation } from '@guichet/contract/operation.ts'
import { companies } from '@guichet/contract/operations/companies.ts'
import { companyBulk } from '@guichet/contract/operations/company-bulk.ts'
import { contactBulk } from '@guichet/contract/operations/contact-bulk.ts'
import { contacts } from '@guichet/contract/operations/contacts.ts'
import { customObjects } from '@guichet/contract/operations/custom-objects.ts'
import { dataExports } from '@guichet/contract/operations/data-exports.ts'
import { deletedConversations } from '@guichet/contract/operations/deleted-conversations.ts'
import { helpCenterRedirects } from '@guichet/contract/operations/help-center-redirects.ts'
import { imports } from '@guichet/contract/operations/inbox/imports.ts'
import { ipAllowlist } from '@guichet/contract/operations/ip-allowlist.ts'
import { reportingExports } from '@guichet/contract/operations/reporting-exports.ts'
import { tickets } from '@guichet/contract/operations/tickets.ts'
import { userDeleteRequests } from '@guichet/contract/operations/user-delete-requests.ts'
import type { Tx } from '../../db/database.ts'
import { hasTold } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { actingAdmin } from '../admin/index.ts'
import { insertActivity } from './activity-log.sql.ts'
import { type Activity, announceActivity, performedBy } from './log-activity.ts'

/**
 * The kinds of activity that operations are, where the operation alone tells the kind. Commands that have more to say (whom
 * it was about, what was before) write theirs with `logActivity`.
 */
const KINDS = new Map<Operation, ActivityType>([
  [contacts.delete, 'app_data_deletion'],
  [userDeleteRequests.create, 'app_data_deletion'],
  [companies.delete, 'app_data_deletion'],
  [deletedConversations.delete, 'app_data_deletion'],
  [tickets.delete, 'app_data_deletion'],
  [customObjects.delete, 'app_data_deletion'],
  [customObjects.deleteByExternalId, 'app_data_deletion'],
  [contactBulk.delete, 'bulk_delete'],
  [companyBulk.delete, 'bulk_delete'],
  [imports.run, 'csv_import_creation'],
  [imports.undo, 'bulk_delete'],
  [dataExports.create, 'app_data_export'],
  [reportingExports.create, 'app_data_export'],
  [ipAllowlist.update, 'security_settings_change'],
  [helpCenterRedirects.create, 'help_center_settings_change'],
  [helpCenterRedirects.delete, 'help_center_settings_change'],
])

/**
 * Sees to it that a change which was made leaves an entry, in the change's own transaction: of a published kind where there is
 * one, and else of `other_change`, unless the event log tells of it already.
 */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  { operation, params }: { operation: Operation; params: Record<string, string> },
): Promise<void> {
  if (operation.method === 'GET') return
  const kind = KINDS.get(operation)
  if (kind === undefined && hasTold(tx)) return
  const admin = await actingAdmin(tx, actor)
  if (!admin) return
  const { method, path, summary } = operation
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const activity: Activity = {
    type: kind ?? OTHER_CHANGE,
    description: `${admin.name} used the API: ${summary} (${method} ${place}).`,
    metadata: {
      source: `admin update from api - Admin id: ${admin.id}`,
      ...{ update_by: admin.id, update_by_name: admin.name },
    },
  }
  const { id } = await insertActivity(tx, actor, activity, performedBy(actor, admin))
  if (kind !== undefined) await announceActivity(tx, actor, id)
}
