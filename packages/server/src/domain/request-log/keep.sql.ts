import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { workspaceNow } from '../../db/workspace-now.ts'

/** What is kept of a request. */
export interface RequestEntry {
  workspaceId: string
  atMs: number
  requestId: string
  method: string
  path: string
  status: number
  errorCode: string | null
  durationUs: number
  version: string
  appId: number
  client: string | null
}

/** Writes requests of all workspaces at once; those of a workspace that is gone go with it. Needs the unguarded lane. */
export async function insertRequests(tx: Tx, entries: RequestEntry[]): Promise<void> {
  if (entries.length === 0) return
  const column = <T>(of: (entry: RequestEntry) => T): T[] => entries.map(of)
  await sql`insert into api_requests
      (workspace_id, at_ms, request_id, method, path, status, error_code, duration_us, version, app_id, client)
    select given.* from unnest(
      ${column(each => each.workspaceId)}::text[], ${column(each => each.atMs)}::bigint[],
      ${column(each => each.requestId)}::text[], ${column(each => each.method)}::text[],
      ${column(each => each.path)}::text[], ${column(each => each.status)}::integer[],
      ${column(each => each.errorCode)}::text[], ${column(each => each.durationUs)}::integer[],
      ${column(each => each.version)}::text[], ${column(each => each.appId)}::bigint[],
      ${column(each => each.client)}::text[]
    ) as given (workspace_id, at_ms, request_id, method, path, status, error_code, duration_us, version, app_id, client)
    join workspaces on workspaces.id = given.workspace_id`.execute(tx)
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
