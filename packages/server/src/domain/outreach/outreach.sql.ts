import type { Tx } from '../../db/database.ts'

/** What decides by which channels somebody can be written to. */
export const selectReachable = (tx: Tx, workspaceId: string, id: string) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'email', 'archived_at', 'blocked_at'])
    .select(['unsubscribed_from_emails', 'has_hard_bounced', 'marked_email_as_spam'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()

export type Reachable = NonNullable<Awaited<ReturnType<typeof selectReachable>>>
