import { model, nullable, oneOf, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** A request that a client made, without what it said and what it was told. Not one of the original's objects. */
export const LoggedRequest = model('logged_request', {
  type: Type.Literal('logged_request'),
  id: Type.String(),
  /** When it was answered, by the clock of the server, in milliseconds since the epoch. */
  at_ms: Type.Integer(),
  request_id: Type.String(),
  method: Type.String(),
  /** With the names of its parameters: `/contacts/{id}`. */
  path: Type.String(),
  status: Type.Integer(),
  /** The code of the refusal, for one that was refused. */
  error_code: nullable(Type.String()),
  duration_ms: Type.Number(),
  version: Type.String(),
  app_id: Type.String(),
  app_name: Type.String(),
  /** What the client calls itself (`User-Agent`). */
  client: nullable(Type.String()),
})

export const LoggedRequestList = model('logged_request_list', {
  type: Type.Literal('list'),
  data: Type.Array(LoggedRequest),
  /** What `before` takes for the next page; null on the last. */
  next: nullable(Type.String()),
})

/** How many requests there were in a stretch of time, by what became of them. */
export const RequestCount = model('request_count', {
  at: Type.Integer(),
  succeeded: Type.Integer(),
  refused: Type.Integer(),
  failed: Type.Integer(),
})

export const RequestStatistics = model('request_statistics', {
  type: Type.Literal('request_statistics'),
  /** The length of a stretch in seconds; those without a request are there too. */
  step: Type.Integer(),
  data: Type.Array(RequestCount),
})

export const VersionBreakage = model('version_breakage', {
  in: Type.String(),
  kind: oneOf('removed', 'changed', 'gone', 'required', 'behaviour'),
  why: Type.String(),
  model: nullable(Type.String()),
  fields: Type.Array(Type.String()),
  /** Where it shows, of what the client uses: `GET /contacts/{id}`, `webhook ticket.closed`. */
  shows: Type.Array(Type.String()),
})

/** A version that is asked for by a client of an app, and what would not be the same for it at another. */
export const VersionInUse = model('version_in_use', {
  type: Type.Literal('version_in_use'),
  app_id: Type.String(),
  app_name: Type.String(),
  /** What the client calls itself; null for one that does not, and for what the app is told by webhooks. */
  client: nullable(Type.String()),
  /** Whether it is asked, or told by webhooks. */
  through: oneOf('calls', 'webhooks'),
  version: Type.String(),
  count: Type.Integer(),
  last_at: nullable(Type.Integer()),
  /** Calls a day, the last one today. */
  days: Type.Array(Type.Integer()),
  breakages: Type.Array(VersionBreakage),
})

export const VersionInUseList = model('version_in_use_list', {
  ...listOf('version_in_use_list', VersionInUse).properties,
  /** The version that is compared with. */
  to: Type.String(),
})
