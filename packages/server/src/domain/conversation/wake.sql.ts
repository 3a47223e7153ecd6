import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** Conversations of one workspace or of all to wake, the longest due first, with the workspace they are in and its Operator. */
export const selectDue = (unguarded: Tx, now: number, workspaceId?: string) =>
  unguarded
    .selectFrom('conversations')
    .$if(workspaceId !== undefined, due => due.where('conversations.workspace_id', '=', workspaceId ?? ''))
    .innerJoin('workspaces', 'workspaces.id', 'conversations.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'conversations.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .select([
      'conversations.workspace_id',
      'conversations.id',
      'workspaces.name',
      'workspaces.timezone',
      'admins.id as operator_id',
    ])
    .select(workspaceNow(now).as('now'))
    .where('conversations.state', '=', 'snoozed')
    .where('conversations.snoozed_until', '<=', workspaceNow(now))
    .orderBy('conversations.snoozed_until')
    .limit(200)
    .execute()

export type DueRow = Awaited<ReturnType<typeof selectDue>>[number]
