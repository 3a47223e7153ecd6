import type { Egress, Incoming, Outgoing } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { ExecutionView } from './execution.view.ts'

/** What came of a request, as it is written. */
export interface Outcome {
  success: boolean
  http_status: number | null
  error_type: NonNullable<ExecutionView['error_type']> | null
  error_message: string | null
  execution_time_ms: number | null
  attempts: number
  request_url: string | null
  request_body: string | null
  response_body: string | null
  raw_response_body: string | null
}

interface Running {
  egress: Egress
  pause: (ms: number) => Promise<unknown>
  /** Whether the answer has to be JSON, since fields of it are to be read. */
  expectsJson: boolean
}

/** How long to wait before each further attempt. */
const WAITS_MS = [500, 2000]
const TIMEOUT_MS = 15_000
const MOST_BYTES = 1024 * 1024
const LONGEST_KEPT = 100_000

/** Sends a request, again where that can help; a text says why there is none to send. */
export async function run(outgoing: Outgoing | string, running: Running): Promise<Outcome> {
  if (typeof outgoing === 'string') return unsent(outgoing)
  const began = performance.now()
  const { attempts, answer } = await attempt(outgoing, running)
  const told = {
    ...SILENT,
    ...{ attempts, execution_time_ms: Math.round(performance.now() - began) },
    request_url: withoutSecrets(outgoing.url),
    request_body: typeof outgoing.body === 'string' ? storable(outgoing.body) : null,
  }
  return answer instanceof EgressError
    ? { ...told, error_type: FAULTS[answer.fault], error_message: answer.message }
    : { ...told, ...readAnswer(answer, running.expectsJson) }
}

const SILENT: Outcome = {
  ...{ success: false, http_status: null, error_type: null, error_message: null, execution_time_ms: null },
  ...{ attempts: 0, request_url: null, request_body: null, response_body: null, raw_response_body: null },
}

const unsent = (why: string): Outcome => ({
  ...SILENT,
  ...{ error_type: 'request_validation_error', error_message: why },
})

async function attempt(outgoing: Outgoing, { egress, pause }: Running) {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await egress
      .fetch({ timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, redirects: 3, ...outgoing })
      .catch(faultOf)
    const wait = WAITS_MS[attempts - 1]
    if (wait === undefined || !isWorthRetrying(outgoing, answer)) return { attempts, answer }
    await pause(wait)
  }
}

function faultOf(error: unknown): EgressError {
  if (error instanceof EgressError) return error
  // The header or method was nothing HTTP can carry.
  return new EgressError('refused', 'The request could not be made')
}

/** What may have done something over there is not sent twice, unless nobody was there to do it. */
function isWorthRetrying({ method = 'GET' }: Outgoing, answer: Incoming | EgressError): boolean {
  const isRepeatable = ['GET', 'PUT', 'DELETE'].includes(method)
  if (!(answer instanceof EgressError)) return isRepeatable && BUSY.has(answer.status)
  if (answer.fault === 'timeout') return isRepeatable
  return answer.fault === 'unreachable' && (isRepeatable || answer.message === 'Connection refused')
}

const BUSY = new Set([429, 502, 503, 504])

const FAULTS: Record<EgressError['fault'], Outcome['error_type']> = {
  refused: 'request_configuration_error',
  unreachable: '3rd_party_error',
  timeout: 'faraday_error',
  too_large: '3rd_party_error',
}

function readAnswer({ status, body }: Incoming, expectsJson: boolean): Partial<Outcome> {
  const text = storable(body.toString('utf8'))
  const kept = { http_status: status, response_body: text, raw_response_body: text }
  if (status < 200 || status > 299)
    return {
      ...kept,
      error_type: '3rd_party_error',
      error_message: `The request was answered with ${status}`,
    }
  if (expectsJson && !isJson(body.toString('utf8')))
    return { ...kept, error_type: 'response_mapping_error', error_message: 'The answer is not JSON' }
  return { ...kept, success: true }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const storable = (text: string): string => text.slice(0, LONGEST_KEPT).replaceAll('\0', '').toWellFormed()

/** An address without its query, its fragment and whoever it names to log in. */
function withoutSecrets(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}
