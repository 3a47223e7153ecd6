import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { Standing } from './outcome.ts'

/** An attempt that was made, and what becomes of its delivery. */
export interface Settled {
  workspace_id: string
  id: number
  attempts: number
  throttles: number
  status: string
  reason: string | null
  first_sent_at: number
  due_at: number
  finished_at: number | null
  url: string
  started_at_ms: number
  duration_ms: number
  signed_at: number
  hub_signature: string
  standard_signature: string
  http_status: number | null
  response_headers: Record<string, string> | null
  response_body: string | null
  error: string | null
}

/**
 * Writes attempts down, all in one statement, and does not wait for the disk: what a crash of the database takes is told
 * again. A delivery that somebody else has finished meanwhile stays as it is.
 */
export async function settle(tx: Tx, settled: Settled[]): Promise<void> {
  await sql`
    with settled as (
      select settled.* from (select set_config('synchronous_commit', 'off', true)) as quick, jsonb_to_recordset(${json(settled)}) as settled (
        workspace_id text, id bigint, attempts integer, throttles integer, status text, reason text, first_sent_at bigint,
        due_at bigint, finished_at bigint, url text, started_at_ms bigint, duration_ms integer, signed_at bigint,
        hub_signature text, standard_signature text, http_status integer, response_headers jsonb, response_body text,
        error text)),
    tried as (
      insert into webhook_attempts (workspace_id, delivery_id, number, url, started_at_ms, duration_ms, signed_at,
        hub_signature, standard_signature, status, response_headers, response_body, error)
      select workspace_id, id, attempts, url, started_at_ms, duration_ms, signed_at, hub_signature, standard_signature,
        http_status, response_headers, response_body, error from settled
      on conflict do nothing)
    update webhook_deliveries d set status = settled.status, reason = settled.reason, attempts = settled.attempts,
      throttles = settled.throttles, first_sent_at = settled.first_sent_at, due_at = settled.due_at, leased_until = 0,
      finished_at = settled.finished_at
    from settled where d.workspace_id = settled.workspace_id and d.id = settled.id and d.status = 'pending'`.execute(
    tx,
  )
}

/** How an endpoint fares, held until the end of the transaction. */
export async function lockStanding(
  tx: Tx,
  registrationId: number,
  now: number,
): Promise<Standing | undefined> {
  await sql`
    insert into webhook_endpoints (registration_id, changed_at)
    select id, ${now} from app_registrations where id = ${registrationId} on conflict do nothing`.execute(tx)
  const row = await tx
    .selectFrom('webhook_endpoints')
    .select(['state', 'errors', 'errors_since', 'failing_since', 'paused_until', 'throttled_until'])
    .select('throttle_seconds')
    .where('registration_id', '=', registrationId)
    .forUpdate()
    .executeTakeFirst()
  return row && standingOf(row)
}

interface StandingRow {
  state: string | null
  errors: number | null
  errors_since: number | null
  failing_since: number | null
  paused_until: number | null
  throttled_until: number | null
  throttle_seconds: number | null
}

export const standingOf = (row: StandingRow): Standing => ({
  state: row.state === 'disabled' || row.state === 'suspended' ? row.state : 'live',
  errors: row.errors ?? 0,
  errorsSince: row.errors_since,
  failingSince: row.failing_since,
  pausedUntil: row.paused_until,
  throttledUntil: row.throttled_until,
  throttleSeconds: row.throttle_seconds ?? 0,
})

export async function updateStanding(
  tx: Tx,
  registrationId: number,
  { state, errors, errorsSince, failingSince, pausedUntil, throttledUntil, throttleSeconds }: Standing,
  now: number,
): Promise<void> {
  await tx
    .updateTable('webhook_endpoints')
    .set({
      ...{ state, errors, errors_since: errorsSince, failing_since: failingSince, paused_until: pausedUntil },
      ...{ throttled_until: throttledUntil, throttle_seconds: throttleSeconds, changed_at: now },
    })
    .where('registration_id', '=', registrationId)
    .execute()
}
