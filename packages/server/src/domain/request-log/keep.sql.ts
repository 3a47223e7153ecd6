import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { RequestBatch } from './request-batch.ts'

/** Writes requests of all workspaces at once; those of a workspace that is gone go with it. Needs the unguarded lane. */
export async function insertRequests(tx: Tx, batch: RequestBatch): Promise<void> {
  if (batch.size === 0) return
  // Numbers and our own ids need no escapes: as literals they cost a tenth of what an array of parameters does.
  const array = (values: readonly (string | number)[]) => `{${values.join(',')}}`
  await sql`insert into api_requests
      (workspace_id, at_ms, request_id, method, path, status, error_code, duration_us, version, app_id, client)
    select kind.workspace_id, one.at_ms, one.request_id, kind.method, kind.path, kind.status, kind.error_code, one.duration_us,
      kind.version, kind.app_id, kind.client
    from unnest(${array(batch.kindOf)}::integer[], ${array(batch.atMs)}::bigint[], ${array(batch.requestIds)}::text[],
      ${array(batch.durationsUs)}::integer[]) as one (number, at_ms, request_id, duration_us)
    join jsonb_to_recordset(${json(batch.kinds.map((kind, number) => ({ ...kind, number })))}) as kind (number integer,
      workspace_id text, method text, path text, status integer, error_code text, version text, app_id bigint, client text)
      using (number)
    join workspaces on workspaces.id = kind.workspace_id`.execute(tx)
}

/**
 * Forgets the oldest requests of each workspace: those before its last `days`, and those beyond its last `rows`. At most
 * `limit` of each; how many. Needs the unguarded lane.
 */
export async function deleteOldRequests(
  tx: Tx,
  { now, days, rows, limit }: { now: number; days: number; rows: number; limit: number },
): Promise<number> {
  const found = await sql<{ gone: number }>`
    with edge as (
      select workspaces.id, (${workspaceNow(now)} - ${days * 86_400}::bigint) * 1000 as oldest,
        (select id from api_requests where workspace_id = workspaces.id order by id desc offset ${rows} limit 1) as last
      from workspaces),
    gone as (
      delete from api_requests kept using edge, lateral (
        select id, at_ms from api_requests where workspace_id = edge.id order by id limit ${limit}) old
      where kept.workspace_id = edge.id and kept.id = old.id and (old.at_ms < edge.oldest or old.id <= edge.last)
      returning 1)
    select count(*)::integer as gone from gone`.execute(tx)
  return found.rows[0]?.gone ?? 0
}
