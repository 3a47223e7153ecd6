import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Actor, Workspace } from '../actor.ts'

type Own = 'api_log_days' | 'webhook_log_days' | 'visitor_days' | 'content_stat_days'

const own = (name: Own) =>
  sql<number | null>`(workspaces.settings->'retention'->>${sql.lit(name)})::int`.as(name)

/** For how many days a workspace keeps things. */
export const selectRetention = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('workspaces')
    .leftJoin('event_streams', 'event_streams.workspace_id', 'workspaces.id')
    .select(['workspaces.history_days', 'event_streams.kept_days as event_days'])
    .select([own('api_log_days'), own('webhook_log_days'), own('visitor_days'), own('content_stat_days')])
    .where('workspaces.id', '=', workspaceId)
    .executeTakeFirstOrThrow()

/** Lays what changes over what is there. */
export async function mergeRetention(tx: Tx, actor: Actor, change: object): Promise<void> {
  await tx
    .updateTable('workspaces')
    .set({
      settings: sql<string>`settings || jsonb_build_object(
        'retention', coalesce(settings->'retention', '{}') || ${json(change)}::jsonb)`,
      updated_at: actor.now,
    })
    .where('id', '=', actor.workspace.id)
    .execute()
}

export interface Policy {
  workspace: Workspace
  operatorId: number
  /** The time it is in the workspace. */
  now: number
  api_log_days: number | null
  webhook_log_days: number | null
  visitor_days: number | null
  content_stat_days: number | null
}

/** The workspaces that keep something for less long than the server does: needs the unguarded lane. */
export async function selectPolicies(unguarded: Tx, now: number): Promise<Policy[]> {
  const rows = await unguarded
    .selectFrom('workspaces')
    .innerJoin('admins as operator', join =>
      join.onRef('operator.workspace_id', '=', 'workspaces.id').on('operator.kind', '=', 'bot'),
    )
    .select(['workspaces.id', 'workspaces.name', 'workspaces.timezone', 'workspaces.sandbox'])
    .select(['operator.id as operatorId', workspaceNow(now).as('now')])
    .select([own('api_log_days'), own('webhook_log_days'), own('visitor_days'), own('content_stat_days')])
    .where(sql<boolean>`workspaces.settings ? 'retention'`)
    .orderBy('workspaces.id')
    .execute()
  return rows.map(({ id, name, timezone, sandbox, ...policy }) => ({
    ...policy,
    workspace: { id, name, timezone, sandbox },
  }))
}

/** Forgets requests of before a moment, some at a time; how many. */
export async function deleteRequestsBefore(
  tx: Tx,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('api_requests')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', old =>
      old
        .selectFrom('api_requests')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('at_ms', '<', before * 1000)
        .orderBy('id')
        .limit(limit),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets deliveries that have ended and were planned before a moment, with their attempts, some at a time; how many. */
export async function deleteDeliveriesBefore(
  tx: Tx,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<number> {
  const old = await tx
    .deleteFrom('webhook_deliveries')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', rows =>
      rows
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('created_at', '<', before)
        .where('status', '<>', 'pending')
        .limit(limit),
    )
    .returning('id')
    .execute()
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  await tx
    .deleteFrom('webhook_attempts')
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return old.length
}

/** Forgets what happened to content before a moment, some at a time; how much. */
export async function deleteStatsBefore(
  tx: Tx,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('content_stats')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', old =>
      old
        .selectFrom('content_stats')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Visitors who were last seen before a moment and are in no conversation, some at a time. */
export async function selectStaleVisitors(
  tx: Tx,
  workspaceId: string,
  before: number,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'visitor')
    .where('merged_into', 'is', null)
    .where(sql<boolean>`coalesce(last_seen_at, created_at) < ${before}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversation_contacts')
            .select('contact_id')
            .where('conversation_contacts.workspace_id', '=', workspaceId)
            .whereRef('conversation_contacts.contact_id', '=', 'contacts.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
