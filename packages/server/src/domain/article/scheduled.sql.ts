import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** Articles of one workspace or of all whose moment has come, with the workspace they are in and its Operator. */
export const selectDue = (unguarded: Tx, now: number, workspaceId?: string) =>
  unguarded
    .selectFrom('articles')
    .$if(workspaceId !== undefined, due => due.where('articles.workspace_id', '=', workspaceId ?? ''))
    .innerJoin('workspaces', 'workspaces.id', 'articles.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'articles.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .select(['articles.workspace_id', 'articles.id', 'workspaces.name', 'workspaces.timezone'])
    .select(['admins.id as operator_id', workspaceNow(now).as('now')])
    .where(
      sql<boolean>`(articles.scheduled_publish_at <= ${workspaceNow(now)} or articles.scheduled_unpublish_at <= ${workspaceNow(now)})`,
    )
    .orderBy(sql`coalesce(articles.scheduled_publish_at, articles.scheduled_unpublish_at)`)
    .limit(200)
    .execute()

export type DueRow = Awaited<ReturnType<typeof selectDue>>[number]
