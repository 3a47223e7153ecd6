import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** When the next thing of a workspace becomes due, by its own time; null for nothing that waits. */
export async function selectNextDue(tx: Tx, workspaceId: string): Promise<number | null> {
  const { rows } = await sql<{ next: number | null }>`select least(
    (select min(snoozed_until) from conversations where workspace_id = ${workspaceId} and state = 'snoozed'),
    (select min(least(scheduled_publish_at, scheduled_unpublish_at)) from articles where workspace_id = ${workspaceId}
      and (scheduled_publish_at is not null or scheduled_unpublish_at is not null)),
    (select min(scheduled_at) from news_items where workspace_id = ${workspaceId} and scheduled_at is not null),
    (select min(run_at) from jobs where workspace_id = ${workspaceId} and status = 'pending'),
    (select min(due_at) from fin_events where workspace_id = ${workspaceId} and delivery = 'pending'),
    (select min(next_attempt_at) from outgoing_messages where workspace_id = ${workspaceId} and status = 'pending'),
    (select min(due_at) from distribution_due where workspace_id = ${workspaceId}),
    (select min(due_at) from mail_due where workspace_id = ${workspaceId}),
    (select min(due_at) from webhook_deliveries where workspace_id = ${workspaceId} and status = 'pending' and due_at > 0),
    (select min(next_at) from website_crawls where workspace_id = ${workspaceId} and next_at is not null)
  ) as next`.execute(tx)
  return rows[0]?.next ?? null
}
