import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export type RequestRow = Awaited<ReturnType<typeof selectRequests>>[number]

export interface RequestFilter {
  /** The lowest and the highest status, both included. */
  statuses?: readonly [number, number] | undefined
  method?: string | undefined
  /** Part of the path. */
  path?: string | undefined
  appId?: number | undefined
  version?: string | undefined
  sinceMs?: number | undefined
  untilMs?: number | undefined
  before?: number | undefined
}

/** Requests with the apps they are of, the newest first. */
export const selectRequests = (tx: Tx, workspaceId: string, filter: RequestFilter, limit: number) => {
  const { statuses, method, path, appId, version, sinceMs, untilMs, before } = filter
  const [lowest = 0, highest = 0] = statuses ?? []
  return tx
    .selectFrom('api_requests')
    .innerJoin('apps', join =>
      join
        .onRef('apps.workspace_id', '=', 'api_requests.workspace_id')
        .onRef('apps.id', '=', 'api_requests.app_id'),
    )
    .select(['api_requests.id', 'at_ms', 'request_id', 'method', 'path', 'status', 'error_code'])
    .select(['duration_us', 'version', 'client', 'apps.registration_id', 'apps.name as app_name'])
    .where('api_requests.workspace_id', '=', workspaceId)
    .$if(lowest >= 400, query => query.where('status', '>=', 400))
    .$if(statuses !== undefined, query => query.where('status', '>=', lowest).where('status', '<=', highest))
    .$if(method !== undefined, query => query.where('method', '=', method ?? ''))
    .$if(path !== undefined, query => query.where(sql`strpos(path, ${path})`, '>', 0))
    .$if(appId !== undefined, query => query.where('apps.registration_id', '=', appId ?? 0))
    .$if(version !== undefined, query => query.where('version', '=', version ?? ''))
    .$if(sinceMs !== undefined, query => query.where('at_ms', '>=', sinceMs ?? 0))
    .$if(untilMs !== undefined, query => query.where('at_ms', '<', untilMs ?? 0))
    .$if(before !== undefined, query => query.where('api_requests.id', '<', before ?? 0))
    .orderBy('api_requests.id', 'desc')
    .limit(limit)
    .execute()
}

/** How many requests there were in each stretch of `stepMs` from a moment on, by the first digit of their status. */
export const countBySteps = (tx: Tx, workspaceId: string, of: { sinceMs: number; stepMs: number }) =>
  tx
    .selectFrom('api_requests')
    .select([
      sql<number>`(at_ms / ${of.stepMs}::bigint)`.as('step'),
      sql<number>`status / 100`.as('family'),
      ({ fn }) => fn.countAll<number>().as('count'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('at_ms', '>=', of.sinceMs)
    .groupBy(['step', 'family'])
    .execute()

const DAY_MS = 86_400_000

/** What each client of each app called at each version, day by day. */
export const selectUses = (tx: Tx, workspaceId: string, sinceMs: number) =>
  tx
    .selectFrom('api_requests')
    .innerJoin('apps', join =>
      join
        .onRef('apps.workspace_id', '=', 'api_requests.workspace_id')
        .onRef('apps.id', '=', 'api_requests.app_id'),
    )
    .select(['apps.registration_id', 'apps.name as app_name', 'client', 'version', 'method', 'path'])
    .select([
      sql<number>`(at_ms / ${sql.lit(DAY_MS)}::bigint)`.as('day'),
      ({ fn }) => fn.countAll<number>().as('count'),
      ({ fn }) => fn.max<number>('at_ms').as('last_ms'),
    ])
    .where('api_requests.workspace_id', '=', workspaceId)
    .where('at_ms', '>=', sinceMs)
    .groupBy(['apps.registration_id', 'apps.name', 'client', 'version', 'method', 'path', 'day'])
    .execute()
