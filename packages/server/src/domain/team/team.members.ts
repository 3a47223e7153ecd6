import { isDeepStrictEqual } from 'node:util'
import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { UpdateTeamMembersRequest } from '@guichet/contract/operations/teams.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { mayWriteTeams } from './team.policy.ts'
import {
  lockTeam,
  type Member,
  type Priority,
  replaceMembers,
  selectTeammates,
  touchTeam,
} from './team.sql.ts'
import { requireTeam } from './team.ts'
import { type TeamView, viewTeam } from './team.view.ts'

type MembersRequest = Static<typeof UpdateTeamMembersRequest>

/**
 * Makes `admin_ids` the members of a team. Those without a priority in the request keep theirs, new ones are primary.
 * An unchanged list changes nothing. 404 for no such team; 400 for ids that name nobody and for changes of anything else.
 */
export async function replaceTeamMembers(
  tx: Tx,
  actor: Actor,
  id: string,
  request: MembersRequest,
): Promise<TeamView> {
  mayWriteTeams(actor)
  const key = numericId(id)
  if (key === undefined || !(await lockTeam(tx, actor.workspace.id, key))) throw problem(errors.teamNotFound)
  const row = await requireTeam(tx, actor, id)
  const team = viewTeam(row)
  checkNothingElse(request, team)
  const before = new Map(row.members ?? [])
  const ids = await checkTeammates(tx, actor, request.admin_ids)
  const asked = prioritiesAsked(request, new Set([...ids, ...before.keys()]))
  const members = ids.map(
    (adminId): Member => [adminId, asked.get(adminId) ?? before.get(adminId) ?? 'primary'],
  )
  if (isDeepStrictEqual(new Map(members), before)) return team
  await replaceMembers(tx, actor, key, members)
  await touchTeam(tx, actor, key)
  const view = viewTeam(await requireTeam(tx, actor, id))
  await tell(tx, actor, team, view)
  return view
}

/** What was read may be sent back whole: only a key whose value differs from the team's is refused. */
function checkNothingElse(request: object, team: TeamView): void {
  const current = new Map(Object.entries(team))
  const changed = Object.entries(request)
    .filter(([name, value]) => !WRITABLE.has(name) && !isDeepStrictEqual(value, current.get(name)))
    .map(([name]) => name)
  if (changed.length > 0) throw invalid(`${ONLY}, but the request changed ${changed.join(', ')}`, changed[0])
}

const WRITABLE = new Set(['admin_ids', 'admin_priority_level'])
const ONLY = 'Only admin_ids and admin_priority_level can be updated on a team'

async function checkTeammates(tx: Tx, actor: Actor, asked: number[]): Promise<number[]> {
  const ids = [...new Set(asked)]
  const odd = ids.some(id => numericId(id) === undefined)
  if (odd) throw invalid('admin_ids must contain only numeric admin ids', 'admin_ids')
  const teammates = await selectTeammates(tx, actor.workspace.id, ids)
  const unknown = ids.find(id => !teammates.has(id))
  if (unknown !== undefined) throw invalid(`admin_ids names ${unknown}, who is not a teammate`, 'admin_ids')
  return ids
}

/** The priorities a request gives; somebody may be named who is on the team and leaves it. */
function prioritiesAsked(
  { admin_priority_level: levels }: MembersRequest,
  known: Set<number>,
): Map<number, Priority> {
  const asked = new Map<number, Priority>()
  const named: Member[] = [
    ...(levels?.primary_admin_ids ?? []).map((id): Member => [id, 'primary']),
    ...(levels?.secondary_admin_ids ?? []).map((id): Member => [id, 'secondary']),
  ]
  for (const [id, priority] of named) {
    if (!known.has(id)) throw offTheTeam(id)
    if (asked.has(id)) throw twice(id)
    asked.set(id, priority)
  }
  return asked
}

const FIELD = 'admin_priority_level'
const offTheTeam = (id: number) =>
  invalid(`${FIELD} names ${id}, which is on neither the team nor admin_ids`, FIELD)
const twice = (id: number) => invalid(`${FIELD} gives ${id} more than one priority level`, FIELD)

async function tell(tx: Tx, actor: Actor, before: TeamView, after: TeamView): Promise<void> {
  const by = await requireAdmin(tx, actor, undefined)
  await logActivity(tx, actor, {
    type: 'app_team_membership_modification',
    description: `${by.name} changed the members of the team ${after.name}.`,
    metadata: { before: { admin_ids: before.admin_ids }, after: { admin_ids: after.admin_ids } },
  })
}
