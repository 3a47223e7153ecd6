import type { Clock } from '../clock.ts'
import { seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { itemsOf } from '../domain/event-item/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import type { ViewItems } from './items.ts'
import { selectReader } from './view-items.sql.ts'

/** What events are told as: looked up as the server itself, which sees everything of a workspace. */
export const itemViews =
  (on: { database: Database; clock: Clock; origin: string }): ViewItems =>
  async (workspaceId, events) => {
    const { read } = on.database
    const row = await selectReader(read, workspaceId)
    if (!row) return new Map()
    const { operator_id: operatorId, ...workspace } = row
    const actor = { ...systemActor({ workspace, operatorId, now: seconds(on.clock) }), origin: on.origin }
    return itemsOf(read, actor, events)
  }
