import type { ActivityType } from '@guichet/contract/models/activity-types.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { insertActivity } from './activity-log.sql.ts'

/** Something an admin or a token did that the workspace wants to find again. */
export interface Activity {
  type: ActivityType
  /** A sentence for people: who did what. */
  description: string
  metadata?: Record<string, unknown>
}

/** Writes an entry of the activity log and announces it, in the transaction of what it tells. */
export async function logActivity(tx: Tx, actor: Actor, activity: Activity): Promise<void> {
  const admin = await requireAdmin(tx, actor, undefined)
  const by = { type: 'admin', id: String(admin.id), email: admin.email, ip: actor.ip ?? null }
  const { id } = await insertActivity(tx, actor, activity, by)
  await append(tx, actor, { topic: 'admin.activity_log_event.created', object: { type: 'activity_log', id } })
}
