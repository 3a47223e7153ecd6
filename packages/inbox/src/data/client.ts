import type { AnswerOf, Call, Operation } from '@guichet/contract/operation.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { Refusal } from './refusal.ts'

type Request<O extends Operation> = Call<O, unknown>

/** What a call has to bring: the parts of the request that its operation names. */
export type CallOf<O extends Operation> = (keyof Request<O>['params'] extends never
  ? { params?: undefined }
  : { params: Request<O>['params'] }) &
  (O['query'] extends object ? { query?: Partial<Request<O>['query']> } : { query?: undefined }) &
  (O['body'] extends object
    ? O extends { bodyOptional: true }
      ? { body?: Request<O>['body'] }
      : { body: Request<O>['body'] }
    : { body?: undefined }) & { signal?: AbortSignal | undefined }

/**
 * Calls an operation of the contract, as the teammate who is signed in. What it takes and answers is typed by the
 * operation's own schemas. A refusal is thrown as a `Refusal`.
 */
export async function call<O extends Operation>(operation: O, of: CallOf<O>): Promise<AnswerOf<O>> {
  const response = await send(operation, of)
  const text = await response.text()
  const body: unknown = text === '' ? undefined : parsed(text)
  if (!response.ok) throw Refusal.of(response, body)
  // The one place where the wire is believed: the server's tests hold every answer against the same schema.
  return body as AnswerOf<O>
}

async function send<O extends Operation>(operation: O, of: CallOf<O>): Promise<Response> {
  const init: RequestInit = {
    method: operation.method,
    headers: {
      accept: 'application/json',
      'intercom-version': NEWEST,
      ...(of.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(of.body !== undefined && { body: JSON.stringify(of.body) }),
    ...(of.signal && { signal: of.signal }),
  }
  try {
    return await fetch(addressOf(operation.path, of.params ?? {}, of.query ?? {}), init)
  } catch (error) {
    if (of.signal?.aborted) throw error
    throw Refusal.unreached()
  }
}

function addressOf(path: string, params: Record<string, string>, query: object): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
  return search === '' ? filled : `${filled}?${search}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
