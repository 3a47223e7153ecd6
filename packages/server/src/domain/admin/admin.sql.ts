import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export const selectAdminRef = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('admins')
    .select(['id', 'kind', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

export const selectOperatorRef = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('admins')
    .select(['id', 'kind', 'name', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'bot')
    .executeTakeFirst()

export type AdminRow = Awaited<ReturnType<typeof selectAdmins>>[number]

/**
 * Teammates with their teams and role, in the order of their ids: all of them, or those of some ids. Those who have been removed
 * are there where they are asked for.
 */
export const selectAdmins = (tx: Tx, workspaceId: string, ids?: number[], withRemoved = false) =>
  tx
    .selectFrom('admins')
    .leftJoin('roles', join =>
      join.onRef('roles.workspace_id', '=', 'admins.workspace_id').onRef('roles.id', '=', 'admins.role_id'),
    )
    .select([
      'admins.id',
      'admins.name',
      'admins.email',
      'admins.email_verified',
      'admins.job_title',
      'admins.avatar_url',
      'admins.has_inbox_seat',
      'admins.away_mode_enabled',
      'admins.away_mode_reassign',
      'admins.away_status_reason_id',
      'admins.role_id',
      'roles.name as role_name',
    ])
    .select(admins =>
      admins
        .selectFrom('team_members')
        .select(
          sql<Membership[] | null>`json_agg(json_build_array(team_id, priority) order by team_id)`.as('of'),
        )
        .where('team_members.workspace_id', '=', workspaceId)
        .whereRef('team_members.admin_id', '=', 'admins.id')
        .as('memberships'),
    )
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.kind', '=', 'admin')
    .$if(!withRemoved, query => query.where('admins.removed_at', 'is', null))
    .$if(ids !== undefined, query => query.where('admins.id', '=', sql<number>`any(${ids}::bigint[])`))
    .orderBy('admins.id')
    .execute()

/** A team and the priority its member has in it. */
export type Membership = [teamId: number, priority: 'primary' | 'secondary']

export const selectApp = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('workspaces')
    .select(['id', 'name', 'region', 'timezone', 'created_at', 'identity_verification', 'secure'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()

export type AppRow = Awaited<ReturnType<typeof selectApp>>
