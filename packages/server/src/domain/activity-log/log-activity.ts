import type { ActivityType, OtherChange } from '@guichet/contract/models/activity-types.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { type AdminRef, requireAdmin } from '../admin/index.ts'
import { insertActivity } from './activity-log.sql.ts'

/** Something an admin or a token did that the workspace wants to find again. */
export interface Activity {
  type: ActivityType | OtherChange
  /** A sentence for people: who did what. */
  description: string
  metadata?: Record<string, unknown>
}

/** Writes an entry of the activity log and announces it, in the transaction of what it tells. */
export async function logActivity(tx: Tx, actor: Actor, activity: Activity): Promise<void> {
  const admin = await requireAdmin(tx, actor, undefined)
  const { id } = await insertActivity(tx, actor, activity, performedBy(actor, admin))
  await announceActivity(tx, actor, id)
}

export const announceActivity = (tx: Tx, actor: Actor, id: string): Promise<void> =>
  append(tx, actor, { topic: 'admin.activity_log_event.created', object: { type: 'activity_log', id } })

/** Who did something, as entries keep it. */
export const performedBy = (actor: Actor, { id, email }: AdminRef): object => ({
  ...{ type: 'admin', id: String(id), email },
  ip: actor.ip ?? null,
})
