import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../actor.ts'
import { hoursOf } from '../office-hours/index.ts'

/** What can be set of a team, as it is kept. */
export interface TeamFields {
  name: string
  distribution_method: string
  assignment_limit: number | null
  office_hours_schedule_id: number | null
  office_hours_only: boolean
}

/** Somebody of a team, as they are counted. */
export interface MemberRow {
  admin_id: number
  priority: 'primary' | 'secondary'
  open_count: number
  limit: number | null
  away: boolean
  has_inbox_seat: boolean
}

/** Teams with who is in them and how much is open with them: all of them, or one. */
export const selectTeamSettings = (tx: Tx, workspaceId: string, id?: number) =>
  tx
    .selectFrom('teams')
    .select(['id', 'name', 'distribution_method', 'assignment_limit', 'office_hours_schedule_id'])
    .select(['office_hours_only', hoursOf(workspaceId, 'teams.id').as('hours')])
    .select(({ selectFrom }) => [
      selectFrom('team_members')
        .innerJoin('admins', join =>
          join
            .onRef('admins.workspace_id', '=', 'team_members.workspace_id')
            .onRef('admins.id', '=', 'team_members.admin_id'),
        )
        .select(members(workspaceId).as('each'))
        .where('team_members.workspace_id', '=', workspaceId)
        .whereRef('team_members.team_id', '=', 'teams.id')
        .where('admins.removed_at', 'is', null)
        .as('members'),
      selectFrom('conversations')
        .select(sql<number>`count(*)::int`.as('open'))
        .where('conversations.workspace_id', '=', workspaceId)
        .whereRef('conversations.team_assignee_id', '=', 'teams.id')
        .where('conversations.state', '=', 'open')
        .as('open_count'),
      selectFrom('conversations')
        .select(sql<number>`count(*)::int`.as('waiting'))
        .where('conversations.workspace_id', '=', workspaceId)
        .whereRef('conversations.team_assignee_id', '=', 'teams.id')
        .where('conversations.state', '=', 'open')
        .where('conversations.admin_assignee_id', 'is', null)
        .where('conversations.archived_at', 'is', null)
        .as('waiting_count'),
    ])
    .where('workspace_id', '=', workspaceId)
    .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
    .orderBy('id')
    .execute()

/** Everybody of a team with what is open with them, of all teams and none. */
const members = (workspaceId: string) => sql<MemberRow[] | null>`json_agg(json_build_object(
  'admin_id', admin_id, 'priority', priority, 'limit', coalesce(admins.assignment_limit, teams.assignment_limit),
  'away', away_mode_enabled, 'has_inbox_seat', has_inbox_seat,
  'open_count', (
    select count(*) from conversations c where c.workspace_id = ${workspaceId} and c.admin_assignee_id = admins.id
      and c.state = 'open' and c.archived_at is null)
  ) order by admin_id)`

export type TeamSettingsRow = Awaited<ReturnType<typeof selectTeamSettings>>[number]

/** Keeps others from changing the teams of a workspace till the transaction ends, so that no two take one name. */
export async function lockNames(tx: Tx, workspaceId: string): Promise<{ id: number; name: string }[]> {
  await hold(tx, `teams of ${workspaceId}`)
  return tx.selectFrom('teams').select(['id', 'name']).where('workspace_id', '=', workspaceId).execute()
}

export async function isSchedule(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('office_hours_schedules')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export const insertTeam = (
  tx: Tx,
  actor: Actor,
  fields: Partial<TeamFields> & { name: string },
): Promise<{ id: number }> =>
  tx
    .insertInto('teams')
    .values({ ...fields, workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()

export async function updateTeamRow(
  tx: Tx,
  actor: Actor,
  id: number,
  fields: Partial<TeamFields>,
): Promise<void> {
  await tx
    .updateTable('teams')
    .set({ ...fields, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** The conversations of a team that are not over. */
export async function selectOpenOf(tx: Tx, workspaceId: string, teamId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('team_assignee_id', '=', teamId)
    .where('state', 'in', ['open', 'snoozed'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes a team; conversations that are over are with none from then on. */
export async function deleteTeamRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('teams').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
