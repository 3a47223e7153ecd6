import { errors, Problem, problem } from '@guichet/contract/errors.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'

/** Answers anything thrown in the API's error envelope; a fault of ours is logged and told apart by its id only. */
export function fail(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof Problem ? error : (fromFramework(error) ?? fromDatabase(error))
  if (!known)
    log.error(
      { err: error, request_id: request.id, method: request.method, url: request.url },
      'request failed',
    )
  return refuse(known ?? problem(errors.serverError), request, reply)
}

function refuse(known: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, field } = known
  return reply
    .code(known.status)
    .headers(known.headers)
    .header('content-type', 'application/json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'error.list',
        request_id: request.id,
        errors: [{ code, message, ...(field && { field }) }],
      }),
    )
}

const FRAMEWORK = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', errors.payloadTooLarge],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', errors.malformedRequest],
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
const DATABASE = new Map([
  ['22021', errors.parameterInvalid],
  ['22P05', errors.parameterInvalid],
  ['57014', errors.serviceUnavailable],
  ['57P01', errors.serviceUnavailable],
  ['57P03', errors.serviceUnavailable],
  ['53300', errors.serviceUnavailable],
  ['ECONNREFUSED', errors.serviceUnavailable],
  ['ECONNRESET', errors.serviceUnavailable],
])

function fromDatabase(error: unknown): Problem | undefined {
  const kind = isCoded(error) ? DATABASE.get(error.code) : undefined
  return kind && problem(kind)
}

const isCoded = (error: unknown): error is Pick<FastifyError, 'code' | 'statusCode'> =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
