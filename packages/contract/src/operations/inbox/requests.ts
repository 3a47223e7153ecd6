import { LoggedRequestList, RequestStatistics, VersionInUseList } from '../../models/api-request-log.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, oneOf, optional, Type } from '../../schema.ts'

const scope = 'read_api_activity_logs'

export const RequestQuery = Type.Object({
  /** How they ended: with a 2xx or 3xx, a 4xx, or a 5xx. */
  status: optional(oneOf('succeeded', 'refused', 'failed')),
  method: optional(oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  /** Part of a path, as it is logged: `/contacts/{id}`. */
  path: optional(Type.String()),
  /** The app, by the id of its registration. */
  app_id: optional(IdInput()),
  version: optional(Type.String()),
  /** Seconds since the epoch, both included. */
  since: optional(IntegerInput()),
  until: optional(IntegerInput()),
  /** The id of the last request of the page before. */
  before: optional(IdInput()),
  per_page: optional(IntegerInput()),
})

/** What clients asked of the API. */
export const requests = family({
  list: {
    method: 'GET',
    path: '/app/api/requests',
    scope,
    summary: 'Requests of clients, the newest first',
    query: RequestQuery,
    answer: LoggedRequestList,
  },
  statistics: {
    method: 'GET',
    path: '/app/api/requests/statistics',
    scope,
    summary: 'How many requests there were in each hour of the last day',
    answer: RequestStatistics,
  },
  versions: {
    method: 'GET',
    path: '/app/api/requests/versions',
    scope,
    summary: 'The versions that clients are at, and what would not be the same for them at another',
    query: Type.Object({
      /** The version to compare with: the newest that is stable unless said. */
      to: optional(Type.String()),
    }),
    answer: VersionInUseList,
  },
})
