import type { Database } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { assignConversation, lockConversation } from '../conversation/index.ts'
import { eachDue } from '../each-due.ts'
import { systemActor } from '../system-actor.ts'
import { type DueRow, selectDue, selectLetGo, settleDue } from './distribution.sql.ts'
import { giveNext } from './give.ts'
import { openTeams } from './open-teams.ts'

/**
 * Gives what waits to those who have room, in the workspaces that are due or in one of them: see docs/assignment.md. Returns how
 * many workspaces were looked at.
 */
export const distributeDue = (database: Database, now: number, within?: string): Promise<number> =>
  eachDue(
    () => selectDue(database.unguarded.read, now, within),
    due => distribute(database, due),
  )

/** So many are given before other workspaces have their turn; what is due stays due till all is done. */
const AT_ONCE = 200

async function distribute(database: Database, due: DueRow): Promise<boolean> {
  const { workspace_id: id, name, timezone, operator_id: operatorId, now } = due
  const actor = systemActor({ workspace: { id, name, timezone }, operatorId, now })
  await takeBack(database, actor)
  const { open, next } = await openTeams(database.read, actor)
  for (let given = 0; open.length > 0; given += 1) {
    if (given === AT_ONCE) return true
    const outcome = await database.transaction(tx => giveNext(tx, actor, { teamIds: open }), now)
    if (outcome === 'nobody has room') break
  }
  await database.transaction(tx => settleDue(tx, due, next))
  return true
}

/** Takes what is open from those who are away and give it back, and from those who are gone. */
async function takeBack(database: Database, actor: Actor): Promise<void> {
  for (;;) {
    const rows = await selectLetGo(database.read, actor.workspace.id)
    for (const { id } of rows) await takeBackOne(database, actor, id)
    if (rows.length === 0) return
  }
}

const takeBackOne = (database: Database, actor: Actor, id: number): Promise<void> =>
  database.transaction(async tx => {
    const conversation = await lockConversation(tx, actor, id)
    const [row] = await selectLetGo(tx, actor.workspace.id, id)
    if (!row) return
    await assignConversation(tx, actor, {
      ...{ conversation, admin: await requireOperator(tx, actor) },
      assignee: { type: 'admin', id: null },
      partType: row.gone ? 'default_assignment' : 'away_mode_assignment',
    })
  }, actor.now)
