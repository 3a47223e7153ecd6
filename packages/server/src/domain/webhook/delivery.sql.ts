import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

const COLUMNS = [
  ...(['id', 'workspace_id', 'registration_id', 'sequence', 'event_id', 'notification_id', 'topic'] as const),
  ...(['object_type', 'object_id', 'version', 'happened_at', 'replay', 'status', 'reason'] as const),
  ...(['attempts', 'first_sent_at', 'due_at', 'created_at', 'finished_at'] as const),
] as const

export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof selectDelivery>>>

/** A delivery to one of these apps. */
export const selectDelivery = (tx: Tx, workspaceId: string, apps: number[], id: number) =>
  tx
    .selectFrom('webhook_deliveries')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('registration_id', 'in', [0, ...apps])
    .executeTakeFirst()

export interface DeliveryFilter {
  topic?: string | undefined
  object_type?: string | undefined
  object_id?: string | undefined
  /** Seconds since the epoch, both included. */
  since?: number | undefined
  until?: number | undefined
  status?: 'pending' | 'delivered' | 'failed' | 'dropped' | undefined
  notification_id?: string | undefined
  before?: number | undefined
}

/** Deliveries to these apps, the newest first. */
export const selectDeliveries = (
  tx: Tx,
  of: { workspaceId: string; apps: number[]; filter: DeliveryFilter; limit: number },
): Promise<DeliveryRow[]> => {
  const { topic, object_type, object_id, since, until, status, notification_id, before } = of.filter
  return tx
    .selectFrom('webhook_deliveries')
    .select(COLUMNS)
    .where('workspace_id', '=', of.workspaceId)
    .where('registration_id', 'in', [0, ...of.apps])
    .$if(topic !== undefined, query => query.where('topic', '=', topic ?? ''))
    .$if(object_type !== undefined, query => query.where('object_type', '=', object_type ?? ''))
    .$if(object_id !== undefined, query => query.where('object_id', '=', object_id ?? ''))
    .$if(since !== undefined, query => query.where('created_at', '>=', since ?? 0))
    .$if(until !== undefined, query => query.where('created_at', '<=', until ?? 0))
    .$if(status !== undefined, query => query.where('status', '=', status ?? 'pending'))
    .$if(notification_id !== undefined, query => query.where('notification_id', '=', notification_id ?? ''))
    .$if(before !== undefined, query => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute()
}

/** How many deliveries to these apps were planned in each stretch of `step` seconds from a moment on, by their status. */
export const countDeliveries = (
  tx: Tx,
  of: { workspaceId: string; apps: number[]; since: number; step: number },
) =>
  tx
    .selectFrom('webhook_deliveries')
    .select([
      sql<number>`(created_at / ${of.step}::bigint)`.as('stretch'),
      'status',
      ({ fn }) => fn.countAll<number>().as('count'),
    ])
    .where('workspace_id', '=', of.workspaceId)
    .where('registration_id', 'in', [0, ...of.apps])
    .where('created_at', '>=', of.since)
    .groupBy(['stretch', 'status'])
    .execute()

export type AttemptRow = Awaited<ReturnType<typeof selectAttempts>>[number]

export const selectAttempts = (tx: Tx, workspaceId: string, deliveryId: number) =>
  tx
    .selectFrom('webhook_attempts')
    .select(['number', 'url', 'started_at_ms', 'duration_ms', 'signed_at', 'hub_signature'])
    .select(['standard_signature', 'status', 'response_headers', 'response_body', 'error'])
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute()

/** What an event was told as at a version, where it was told. */
export const selectItem = (tx: Tx, workspaceId: string, sequence: number, version: string) =>
  tx
    .selectFrom('webhook_items')
    .select('item')
    .where('workspace_id', '=', workspaceId)
    .where('sequence', '=', sequence)
    .where('version', '=', version)
    .executeTakeFirst()

/** How much of a workspace is due by its time and goes to endpoints that are sent to now. */
export async function countDue(tx: Tx, workspaceId: string, now: number): Promise<number> {
  const row = await tx
    .selectFrom('webhook_deliveries')
    .leftJoin('webhook_endpoints', join =>
      join.onRef('webhook_endpoints.registration_id', '=', 'webhook_deliveries.registration_id'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('webhook_deliveries.workspace_id', '=', workspaceId)
    .where('webhook_deliveries.status', '=', 'pending')
    .where('webhook_deliveries.due_at', '<=', now)
    .where(({ eb, fn, val }) => eb(fn.coalesce('webhook_endpoints.throttled_until', val(0)), '<=', now))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Forgets what was told longer ago than is kept. Needs the unguarded lane. Returns how many deliveries went. */
export async function deleteOld(tx: Tx, before: number, limit: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with old as (
      delete from webhook_deliveries where (workspace_id, id) in (
        select workspace_id, id from webhook_deliveries
        where created_at < ${before} and status <> 'pending' limit ${limit} for update skip locked)
      returning workspace_id, id),
    tried as (
      delete from webhook_attempts using old
      where webhook_attempts.workspace_id = old.workspace_id and webhook_attempts.delivery_id = old.id),
    items as (
      delete from webhook_items where (workspace_id, sequence, version) in (
        select workspace_id, sequence, version from webhook_items where created_at < ${before} limit ${limit}))
    select count(*)::int as gone from old`.execute(tx)
  return rows[0]?.gone ?? 0
}
