import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'
import { workspaceNow } from '../db/workspace-now.ts'

/** An app for which something waits, where it is told, and how that place fares. */
export type Waiting = Awaited<ReturnType<typeof selectWaiting>>[number]

/** Needs the unguarded lane, as all here does: deliveries of all workspaces are made together. */
export async function selectWaiting(tx: Tx, now: number) {
  const { rows } = await sql<{ registration_id: number }>`
    with recursive waiting as (
      (select registration_id from webhook_deliveries where status = 'pending' order by registration_id limit 1)
      union all
      select (select d.registration_id from webhook_deliveries d
        where d.status = 'pending' and d.registration_id > waiting.registration_id
        order by d.registration_id limit 1)
      from waiting where waiting.registration_id is not null)
    select registration_id from waiting where registration_id is not null`.execute(tx)
  const ids = rows.map(row => row.registration_id)
  if (ids.length === 0) return []
  return tx
    .selectFrom(sql<{ id: number }>`(select unnest(${ids}::bigint[]) as id)`.as('asked'))
    .leftJoin('app_registrations', 'app_registrations.id', 'asked.id')
    .leftJoin('workspaces', 'workspaces.id', 'app_registrations.owner_workspace_id')
    .leftJoin('webhook_endpoints', 'webhook_endpoints.registration_id', 'asked.id')
    .select(workspaceNow(now).as('now'))
    .select(['asked.id', 'app_registrations.owner_workspace_id', 'app_registrations.webhook_url'])
    .select(['app_registrations.webhook_policy', 'app_registrations.webhook_concurrency'])
    .select(['app_registrations.client_secret', 'app_registrations.next_client_secret'])
    .select(['webhook_endpoints.state', 'webhook_endpoints.errors', 'webhook_endpoints.errors_since'])
    .select(['webhook_endpoints.failing_since', 'webhook_endpoints.paused_until'])
    .select(['webhook_endpoints.throttled_until', 'webhook_endpoints.throttle_seconds'])
    .execute()
}

export interface Claimed {
  workspace_id: string
  id: number
  registration_id: number
  sequence: number | null
  notification_id: string
  topic: string
  version: string
  happened_at: number
  attempts: number
  throttles: number
  first_sent_at: number | null
}

/** How much each endpoint has room for, by its own clock. */
export interface Room {
  registration_id: number
  room: number
  now: number
}

/**
 * Takes deliveries that are due, so that nobody else does before `until`: of each endpoint what it has room for, the new before
 * what is tried again. Where order is asked for, only the first of an object is taken.
 */
export async function claim(
  tx: Tx,
  rooms: Room[],
  lease: { now: number; until: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with asked as (
      select asked.* from jsonb_to_recordset(${json(rooms)}) as asked (registration_id bigint, room integer, now bigint),
        (select set_config('synchronous_commit', 'off', true)) as quick),
    picked as (
      select first.workspace_id, first.id from asked cross join lateral (
        select d.workspace_id, d.id from webhook_deliveries d
        where d.registration_id = asked.registration_id and d.status = 'pending'
          and d.due_at <= asked.now and d.leased_until <= ${lease.now}
          and (not d.ordered or not exists (
            select from webhook_deliveries before
            where before.workspace_id = d.workspace_id and before.registration_id = d.registration_id
              and before.object_type = d.object_type and before.object_id = d.object_id
              and before.status = 'pending' and before.ordered and before.id < d.id))
        order by d.due_at, d.id limit asked.room for update skip locked) first)
    update webhook_deliveries d set leased_until = ${lease.until}
    from picked where d.workspace_id = picked.workspace_id and d.id = picked.id
    returning d.workspace_id, d.id, d.registration_id, d.sequence, d.notification_id, d.topic, d.version, d.happened_at,
      d.attempts, d.throttles, d.first_sent_at`.execute(tx)
  return rows.toSorted((a, b) => a.id - b.id)
}

/** Gives back what was taken and not sent. */
export async function release(tx: Tx, claimed: Claimed[]): Promise<void> {
  await sql`
    update webhook_deliveries d set leased_until = 0
    from jsonb_to_recordset(${json(claimed)}) as held (workspace_id text, id bigint)
    where d.workspace_id = held.workspace_id and d.id = held.id and d.status = 'pending'`.execute(tx)
}

/** Drops what waits for an endpoint that is not sent to, and is not under way. */
export async function dropWaiting(
  tx: Tx,
  of: { registrationId: number; reason: string; now: number; leaseNow: number },
): Promise<void> {
  await sql`
    update webhook_deliveries d set status = 'dropped', reason = ${of.reason}, finished_at = ${of.now}
    where d.registration_id = ${of.registrationId} and d.status = 'pending' and d.leased_until <= ${of.leaseNow}
      and d.workspace_id is not null`.execute(tx)
}
