import type { Database } from '../../src/db/database.ts'
import type { TestWorkspace } from './guichet.ts'

interface At {
  database: Database
  workspace: Pick<TestWorkspace, 'id'>
  now: number
}

/** A teammate of a workspace; what nobody can make through the API. */
export const buildTeammate = (
  { database, workspace, now }: At,
  name: string,
  more: { avatar_url?: string } = {},
) =>
  database.transaction(tx =>
    tx
      .insertInto('admins')
      .values({
        workspace_id: workspace.id,
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
        created_at: now,
        updated_at: now,
        ...more,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )

/** A team, its members all primary. */
export const buildTeam = (
  { database, workspace, now }: At,
  name: string,
  {
    members = [],
    ...more
  }: { members?: number[]; distribution_method?: string; assignment_limit?: number } = {},
) =>
  database.transaction(async tx => {
    const team = await tx
      .insertInto('teams')
      .values({ workspace_id: workspace.id, name, created_at: now, updated_at: now, ...more })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const admin_id of members) {
      const member = { workspace_id: workspace.id, team_id: team.id, admin_id, created_at: now }
      await tx.insertInto('team_members').values(member).execute()
    }
    return team
  })

/** A reason to be away. */
export const buildAwayReason = (
  { database, workspace, now }: At,
  label: string,
  more: { emoji?: string; deleted?: boolean; order?: number } = {},
) =>
  database.transaction(tx =>
    tx
      .insertInto('away_status_reasons')
      .values({ workspace_id: workspace.id, label, created_at: now, updated_at: now, ...more })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
