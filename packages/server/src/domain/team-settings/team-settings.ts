import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import { DISTRIBUTION_METHODS, type TeamSettings } from '@guichet/contract/models/team-settings.ts'
import type {
  CreateTeamRequest,
  UpdateTeamRequest,
} from '@guichet/contract/operations/inbox/team-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId, numericId } from '../../db/ids.ts'
import { type Activity, logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { assignConversation, lockConversation } from '../conversation/index.ts'
import { opensAt } from '../office-hours/index.ts'
import { permission } from '../permission.ts'
import { replaceTeamMembers } from '../team/index.ts'
import {
  deleteTeamRow,
  insertTeam,
  isSchedule,
  lockNames,
  selectOpenOf,
  selectTeamSettings,
  type TeamFields,
  type TeamSettingsRow,
  updateTeamRow,
} from './team-settings.sql.ts'

type View = Static<typeof TeamSettings>
type Asked = Static<typeof UpdateTeamRequest>

const mayRead = permission('read_admins')
const mayWrite = permission('write_teams')

/** Every team, with how it works and how much is open with it. */
export async function listTeamSettings(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: View[] }> {
  mayRead(actor)
  const rows = await selectTeamSettings(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(row => view(row, actor.now)) }
}

/** Makes a team; 400 for a name that is taken, and for office hours or members that are not there. */
export async function createTeam(
  tx: Tx,
  actor: Actor,
  { admin_ids, ...asked }: Static<typeof CreateTeamRequest>,
): Promise<View> {
  mayWrite(actor)
  const fields = await readFields(tx, actor, asked)
  const { id } = await insertTeam(tx, actor, { ...fields, name: await readName(tx, actor, asked.name) })
  if (admin_ids) await replaceTeamMembers(tx, actor, String(id), { admin_ids })
  await tell(tx, actor, 'app_team_creation', `made the team ${asked.name.trim()}`)
  return view(await requireRow(tx, actor, String(id)), actor.now)
}

/** Renames a team, or changes how conversations find somebody of it. */
export async function updateTeam(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Asked },
): Promise<View> {
  mayWrite(actor)
  const before = await requireRow(tx, actor, id)
  const { name } = request
  const fields = {
    ...(await readFields(tx, actor, request)),
    ...(name !== undefined && { name: await readName(tx, actor, name, before.id) }),
  }
  await updateTeamRow(tx, actor, before.id, fields)
  const after = await requireRow(tx, actor, id)
  if (after.assignment_limit !== before.assignment_limit)
    await tell(tx, actor, 'team_assignment_limit_change', `changed the limit of the team ${after.name}`)
  return view(after, actor.now)
}

/** Deletes a team. What is open with it is with no team then, and stays with whom it is assigned to. */
export async function deleteTeam(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayWrite(actor)
  const team = await requireRow(tx, actor, id)
  const admin = await requireAdmin(tx, actor, undefined)
  for (const each of await selectOpenOf(tx, actor.workspace.id, team.id)) {
    const conversation = await lockConversation(tx, actor, String(each))
    const assignee = { type: 'team' as const, id: null }
    // Not by hand: what sleeps goes on sleeping.
    await assignConversation(tx, actor, { conversation, admin, assignee, partType: 'default_assignment' })
  }
  await deleteTeamRow(tx, actor.workspace.id, team.id)
  await tell(tx, actor, 'app_team_deletion', `deleted the team ${team.name}`)
}

async function requireRow(tx: Tx, actor: Actor, id: string): Promise<TeamSettingsRow> {
  const [row] = (await byNumericId(id, key => selectTeamSettings(tx, actor.workspace.id, key))) ?? []
  if (!row) throw problem(errors.teamNotFound)
  return row
}

async function readFields(tx: Tx, actor: Actor, asked: Asked): Promise<Partial<TeamFields>> {
  const { distribution_method, assignment_limit, office_hours_schedule_id, office_hours_only } = asked
  if (assignment_limit != null && (assignment_limit < 1 || assignment_limit > MOST_OPEN))
    throw invalid(`assignment_limit must be from 1 to ${MOST_OPEN}`, 'assignment_limit')
  return {
    ...(distribution_method !== undefined && { distribution_method }),
    ...(assignment_limit !== undefined && { assignment_limit }),
    ...(office_hours_only !== undefined && { office_hours_only }),
    ...(office_hours_schedule_id !== undefined && {
      office_hours_schedule_id: await readSchedule(tx, actor, office_hours_schedule_id),
    }),
  }
}

const MOST_OPEN = 10_000

async function readSchedule(tx: Tx, actor: Actor, id: string | null): Promise<number | null> {
  if (id === null) return null
  const key = numericId(id)
  if (key === undefined || !(await isSchedule(tx, actor.workspace.id, key)))
    throw invalid('office_hours_schedule_id names no schedule', 'office_hours_schedule_id')
  return key
}

/** People tell teams apart by their names. */
async function readName(tx: Tx, actor: Actor, given: string, self?: number): Promise<string> {
  const name = given.trim()
  if (name === '') throw missing('name')
  if (name.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  const same = (await lockNames(tx, actor.workspace.id)).find(
    each => each.id !== self && each.name.toLowerCase() === name.toLowerCase(),
  )
  if (same) throw invalid(`There is a team called ${same.name} already`, 'name')
  return name
}

const LONGEST_NAME = 255

async function tell(tx: Tx, actor: Actor, type: Activity['type'], what: string): Promise<void> {
  const by = await requireAdmin(tx, actor, undefined)
  await logActivity(tx, actor, { type, description: `${by.name} ${what}.`, metadata: {} })
}

const view = (row: TeamSettingsRow, now: number): View => ({
  type: 'team_settings',
  id: String(row.id),
  name: row.name,
  admin_ids: (row.members ?? []).map(({ admin_id }) => String(admin_id)),
  members: (row.members ?? []).map(each => ({ ...each, admin_id: String(each.admin_id) })),
  distribution_method:
    DISTRIBUTION_METHODS.find(method => method === row.distribution_method) ?? 'manual_assignment',
  assignment_limit: row.assignment_limit,
  office_hours_schedule_id:
    row.office_hours_schedule_id === null ? null : String(row.office_hours_schedule_id),
  office_hours_only: row.office_hours_only,
  gives_at: givesAt(row, now),
  open_count: row.open_count ?? 0,
  waiting_count: row.waiting_count ?? 0,
})

function givesAt(row: TeamSettingsRow, now: number): number | null {
  if (!row.office_hours_only || row.distribution_method === 'manual_assignment') return null
  const at = opensAt(row.hours, now)
  return at === undefined || at === now ? null : at
}
