import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type {
  LoggedRequest,
  LoggedRequestList,
  RequestStatistics,
} from '@guichet/contract/models/api-request-log.ts'
import type { RequestQuery } from '@guichet/contract/operations/inbox/requests.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseVersion } from '@guichet/contract/version.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayReadRequests } from './request-log.policy.ts'
import { countBySteps, type RequestFilter, type RequestRow, selectRequests } from './request-log.sql.ts'

const MOST = 150

/** What clients asked, the newest first. */
export async function listRequests(
  tx: Tx,
  actor: Actor,
  { per_page = 50, ...query }: Static<typeof RequestQuery>,
): Promise<Static<typeof LoggedRequestList>> {
  mayReadRequests(actor)
  if (per_page < 1 || per_page > MOST) throw invalid(`per_page must be from 1 to ${MOST}`, 'per_page')
  const rows = await selectRequests(tx, actor.workspace.id, readFilter(query), per_page + 1)
  const page = rows.slice(0, per_page)
  const next = rows.length > per_page ? String(page.at(-1)?.id) : null
  return { type: 'list', data: page.map(viewRequest), next }
}

const HOUR = 3600
const HOURS = 24

/** How many requests there were in each of the last hours, the one under way last. */
export async function countRequests(tx: Tx, actor: Actor): Promise<Static<typeof RequestStatistics>> {
  mayReadRequests(actor)
  const first = Math.floor(actor.now / HOUR) - HOURS + 1
  const rows = await countBySteps(tx, actor.workspace.id, {
    sinceMs: first * HOUR * 1000,
    stepMs: HOUR * 1000,
  })
  const counted = (hour: number, families: number[]) =>
    rows
      .filter(row => row.step === hour && families.includes(row.family))
      .reduce((sum, row) => sum + row.count, 0)
  const data = Array.from({ length: HOURS }, (_, at) => first + at).map(hour => ({
    at: hour * HOUR,
    succeeded: counted(hour, [1, 2, 3]),
    refused: counted(hour, [4]),
    failed: counted(hour, [5]),
  }))
  return { type: 'request_statistics', step: HOUR, data }
}

const STATUSES = { succeeded: [100, 399], refused: [400, 499], failed: [500, 599] } as const

function readFilter(query: Omit<Static<typeof RequestQuery>, 'per_page'>): RequestFilter {
  const { status, method, path, app_id, version, since, until, before } = query
  const named = version === undefined ? undefined : parseVersion(version)
  if (version !== undefined && !named) throw problem(errors.versionUnknown)
  return {
    ...(status && { statuses: STATUSES[status] }),
    ...{ method, path, version: named },
    appId: app_id === undefined ? undefined : idFrom(app_id, 'app_id'),
    before: before === undefined ? undefined : idFrom(before, 'before'),
    ...(since !== undefined && { sinceMs: since * 1000 }),
    ...(until !== undefined && { untilMs: (until + 1) * 1000 }),
  }
}

function idFrom(text: string, field: string): number {
  const id = numericId(text)
  if (id === undefined) throw invalid(`${field} is no id`, field)
  return id
}

const viewRequest = (row: RequestRow): Static<typeof LoggedRequest> => ({
  type: 'logged_request',
  id: String(row.id),
  at_ms: row.at_ms,
  request_id: row.request_id,
  method: row.method,
  path: row.path,
  status: row.status,
  error_code: row.error_code,
  duration_ms: row.duration_us / 1000,
  version: row.version,
  app_id: String(row.registration_id),
  app_name: row.app_name,
  client: row.client,
})
