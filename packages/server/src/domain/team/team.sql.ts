import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export type Priority = 'primary' | 'secondary'
export type Member = [adminId: number, priority: Priority]
export type TeamRow = Awaited<ReturnType<typeof selectTeams>>[number]

/** Teams with their members in the order of their ids: all of them, or those of some ids. Removed admins are no members. */
export const selectTeams = (tx: Tx, workspaceId: string, ids?: number[]) =>
  tx
    .selectFrom('teams')
    .select(['teams.id', 'teams.name', 'teams.distribution_method', 'teams.assignment_limit'])
    .select(teams =>
      teams
        .selectFrom('team_members')
        .innerJoin('admins', join =>
          join
            .onRef('admins.workspace_id', '=', 'team_members.workspace_id')
            .onRef('admins.id', '=', 'team_members.admin_id'),
        )
        .select(
          sql<Member[] | null>`json_agg(json_build_array(admin_id, priority) order by admin_id)`.as('of'),
        )
        .where('team_members.workspace_id', '=', workspaceId)
        .whereRef('team_members.team_id', '=', 'teams.id')
        .where('admins.removed_at', 'is', null)
        .as('members'),
    )
    .where('teams.workspace_id', '=', workspaceId)
    .$if(ids !== undefined, query => query.where('teams.id', '=', sql<number>`any(${ids}::bigint[])`))
    .orderBy('teams.id')
    .execute()

/** Keeps others from changing who is in the team until the transaction ends; whether there is such a team. */
export async function lockTeam(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Those of the ids that are teammates. */
export async function selectTeammates(tx: Tx, workspaceId: string, ids: number[]): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('admins')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('kind', '=', 'admin')
    .where('removed_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.id))
}

/** Makes these the members of the team, and nobody else. */
export async function replaceMembers(tx: Tx, actor: Actor, teamId: number, members: Member[]): Promise<void> {
  const workspace_id = actor.workspace.id
  await tx
    .deleteFrom('team_members')
    .where('workspace_id', '=', workspace_id)
    .where('team_id', '=', teamId)
    .where('admin_id', '<>', sql<number>`all(${members.map(([id]) => id)}::bigint[])`)
    .execute()
  if (members.length === 0) return
  await tx
    .insertInto('team_members')
    .values(
      members.map(([admin_id, priority]) => ({
        ...{ workspace_id, team_id: teamId, admin_id, priority },
        created_at: actor.now,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'team_id', 'admin_id'])
        .doUpdateSet(row => ({ priority: row.ref('excluded.priority') })),
    )
    .execute()
}

export async function touchTeam(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx
    .updateTable('teams')
    .set({ updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}
