import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadTeams } from './team.policy.ts'
import { selectTeams, type TeamRow } from './team.sql.ts'
import { type TeamView, viewTeam } from './team.view.ts'

/** Every team of the workspace. */
export async function listTeams(tx: Tx, actor: Actor): Promise<{ type: 'team.list'; teams: TeamView[] }> {
  mayReadTeams(actor)
  const rows = await selectTeams(tx, actor.workspace.id)
  return { type: 'team.list', teams: rows.map(viewTeam) }
}

/** One team; 404 when there is none. */
export async function findTeam(tx: Tx, actor: Actor, id: string): Promise<TeamView> {
  mayReadTeams(actor)
  return viewTeam(await requireTeam(tx, actor, id))
}

/** The team of an id with its members; 404 when there is none. */
export async function requireTeam(tx: Tx, actor: Actor, id: string): Promise<TeamRow> {
  const [row] = (await byNumericId(id, key => selectTeams(tx, actor.workspace.id, [key]))) ?? []
  if (!row) throw problem(errors.teamNotFound)
  return row
}
