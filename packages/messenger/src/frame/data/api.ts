import type { AnswerOf, Call, Operation } from '@guichet/contract/operation.ts'

type Request<O extends Operation> = Call<O, unknown>

/** What a call has to bring: the parts of the request that its operation names. */
export type CallOf<O extends Operation> = (keyof Request<O>['params'] extends never
  ? { params?: undefined }
  : { params: Request<O>['params'] }) &
  (O['query'] extends object ? { query?: Partial<Request<O>['query']> } : { query?: undefined }) &
  (O['body'] extends object ? { body: Request<O>['body'] } : { body?: undefined }) & { key?: string }

/** Why a call was refused. A status of 0 is a server that was not reached. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }

  /** Whether the same call may go well later. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

let token: string | undefined

/** Calls are made with this session from now on. */
export function useSession(session: string | undefined): void {
  token = session
}

export const headersOf = (): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/** Calls an operation of the contract. A refusal is thrown as a `Refusal`. */
export async function call<O extends Operation>(operation: O, of: CallOf<O>): Promise<AnswerOf<O>> {
  const response = await fetch(addressOf(operation.path, of.params ?? {}, of.query ?? {}), {
    method: operation.method,
    keepalive: operation.method === 'DELETE',
    headers: {
      accept: 'application/json',
      ...headersOf(),
      ...(of.body !== undefined && { 'content-type': 'application/json' }),
      ...(of.key !== undefined && { 'idempotency-key': of.key }),
    },
    ...(of.body !== undefined && { body: JSON.stringify(of.body) }),
  }).catch(() => {
    throw new Refusal(0, '')
  })
  const text = await response.text()
  if (!response.ok) throw new Refusal(response.status, messageIn(text))
  // The one place where the wire is believed: the server's tests hold every answer against the same schema.
  return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<O>
}

export function addressOf(path: string, params: Record<string, string>, query: object): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
  return search === '' ? filled : `${filled}?${search}`
}

function messageIn(text: string): string {
  try {
    return String(JSON.parse(text).errors[0].message)
  } catch {
    return ''
  }
}
