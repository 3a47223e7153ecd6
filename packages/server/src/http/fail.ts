import { errors, type Kind, Problem, problem } from '@guichet/contract/errors.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'
import { noteRefusal } from './request-log.ts'
import { stamp } from './stamp.ts'

/** Answers anything thrown in the API's error envelope; a fault of ours is logged and told apart by its id only. */
export function fail(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof Problem ? error : (fromFramework(error) ?? fromDatabase(log, error, request))
  // Who has gone while the answer was on its way is no fault of ours, and reads no answer.
  if (!known && !hasGone(error, reply))
    log.error(
      { err: error, request_id: request.id, method: request.method, url: request.url },
      'request failed',
    )
  return refuse(known ?? problem(errors.serverError), request, reply)
}

function refuse(known: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, field } = known
  stamp(request, reply)
  noteRefusal(request, code)
  return reply
    .code(known.status)
    .headers(known.headers)
    .header('content-type', 'application/json; charset=utf-8')
    .send(
      JSON.stringify(
        known.body ?? {
          type: 'error.list',
          // The one refusal that was recorded without.
          ...(code !== errors.notAcceptable.code && { request_id: request.id }),
          errors: [{ code, message, ...(field && { field }) }],
        },
      ),
    )
}

const FRAMEWORK = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', errors.payloadTooLarge],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', errors.malformedRequest],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', errors.unsupportedMediaType],
  ['FST_ERR_BAD_URL', errors.notFound],
  ['FST_ERR_MAX_PARAM_LENGTH', errors.notFound],
])

function fromFramework(error: unknown): Problem | undefined {
  if (!isCoded(error)) return undefined
  const kind = FRAMEWORK.get(error.code)
  if (kind) return problem(kind)
  return error.code.startsWith('FST_') && (error.statusCode ?? 500) < 500
    ? problem(errors.malformedRequest)
    : undefined
}

/** PostgreSQL's codes for what a caller can cause or wait out; everything else it says is our fault. */
const DATABASE = new Map<string, Kind>([
  ['22021', errors.parameterInvalid],
  ['22P05', errors.parameterInvalid],
  ['40001', errors.serviceUnavailable],
  ['40P01', errors.serviceUnavailable],
  ['57014', errors.serviceUnavailable],
  ['57P01', errors.serviceUnavailable],
  ['57P03', errors.serviceUnavailable],
  ['53300', errors.serviceUnavailable],
  ['ECONNREFUSED', errors.serviceUnavailable],
  ['ECONNRESET', errors.serviceUnavailable],
])

/**
 * Codes for values that a check should have refused earlier (out of range, too long for an index) and for rows that went
 * or came under a request's feet. The caller gets an answer they can act on; the log tells us which check is missing.
 */
const UNCHECKED = new Map<string, Kind>([
  ['22003', errors.parameterInvalid],
  ['22008', errors.parameterInvalid],
  ['22P02', errors.parameterInvalid],
  ['54000', errors.parameterInvalid],
  ['23503', errors.notFound],
  ['23505', errors.conflict],
])

function fromDatabase(log: Log, error: unknown, request: FastifyRequest): Problem | undefined {
  if (!isCoded(error)) return undefined
  const unchecked = UNCHECKED.get(error.code)
  if (unchecked) log.warn({ err: error, request_id: request.id, url: request.url }, 'a value was not checked')
  const kind = unchecked ?? DATABASE.get(error.code)
  return kind && problem(kind)
}

const hasGone = (error: unknown, { raw }: FastifyReply): boolean =>
  isCoded(error) && error.code === 'ERR_STREAM_PREMATURE_CLOSE' && raw.destroyed

const isCoded = (error: unknown): error is Pick<FastifyError, 'code' | 'statusCode'> =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
