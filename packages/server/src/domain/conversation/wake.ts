import type { Database } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { requireOperator } from '../admin/index.ts'
import { eachDue } from '../each-due.ts'
import { systemActor } from '../system-actor.ts'
import { happened } from './conversation.events.ts'
import { addPart, adminAuthor } from './part.ts'
import { lockConversation } from './standing.ts'
import { after, opened } from './statistics.ts'
import { type DueRow, selectDue } from './wake.sql.ts'

/** Wakes the snoozed conversations whose time has come, in one workspace or in every one. Returns how many. */
export const wakeDue = (database: Database, now: number, workspaceId?: string): Promise<number> =>
  eachDue(
    () => selectDue(database.unguarded.read, now, workspaceId),
    row => wake(database, row),
  )

async function wake(database: Database, { id, operator_id, now, ...workspace }: DueRow): Promise<boolean> {
  const actor = systemActor({
    workspace: { id: workspace.workspace_id, name: workspace.name, timezone: workspace.timezone },
    operatorId: operator_id,
    now,
  })
  return database.transaction(async tx => {
    const conversation = await lockConversation(tx, actor, id)
    if (conversation.state !== 'snoozed' || (conversation.snoozed_until ?? 0) > now) return false
    const partId = await addPart(tx, actor, {
      conversationId: id,
      changes: after(conversation, opened(now)),
      part: {
        part_type: 'timer_unsnooze',
        author: adminAuthor(await requireOperator(tx, actor)),
        state: 'open',
      },
    })
    await append(tx, actor, ...happened(conversation, 'unsnoozed', [partId]))
    return true
  }, now)
}
