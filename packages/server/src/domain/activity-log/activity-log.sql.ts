import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Activity } from './log-activity.ts'

export async function insertActivity(tx: Tx, actor: Actor, activity: Activity, by: object): Promise<void> {
  await tx
    .insertInto('activity_logs')
    .values({
      workspace_id: actor.workspace.id,
      activity_type: activity.type,
      activity_description: activity.description,
      performed_by: json(by),
      metadata: json(activity.metadata ?? {}),
      created_at: actor.now,
    })
    .execute()
}
