import type { Operation } from '@guichet/contract/operation.ts'
import { allOperations } from '@guichet/contract/operations/all.ts'
import { type JsonSchema, schemaAt } from '@guichet/contract/render.ts'
import { NEWEST, type Version } from '@guichet/contract/version.ts'
import { Compile } from 'typebox/schema'
import { expect } from 'vitest'

/** What came back. `body` is parsed JSON, or undefined when it was empty. */
export interface Answer {
  status: number
  headers: Headers
  // A test looks into answers of every shape; their shapes have been checked against the contract already.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

interface Sent {
  body?: unknown
  headers?: Record<string, string>
}

/** A client of one workspace at one version that holds every answer against the contract. */
export class Api {
  readonly origin: string
  readonly token: string
  readonly version: Version
  readonly caller: Record<string, string>

  constructor(
    origin: string,
    token: string,
    version: Version = NEWEST,
    caller: Record<string, string> = { authorization: `Bearer ${token}` },
  ) {
    this.origin = origin
    this.token = token
    this.version = version
    this.caller = caller
  }

  /** A client with the cookie of a session, on a page of ours. */
  static ofSession(origin: string, token: string): Api {
    return new Api(origin, token, NEWEST, { cookie: `guichet_session=${token}`, origin })
  }

  /** A client on a page of ours that nobody has signed in to. */
  static ofNobody(origin: string): Api {
    return new Api(origin, '', NEWEST, { origin })
  }

  at(version: Version): Api {
    return new Api(this.origin, this.token, version, this.caller)
  }

  get = (path: string, sent?: Sent) => this.send('GET', path, sent)
  post = (path: string, body?: unknown, sent?: Sent) => this.send('POST', path, { body, ...sent })
  put = (path: string, body?: unknown, sent?: Sent) => this.send('PUT', path, { body, ...sent })
  patch = (path: string, body?: unknown, sent?: Sent) => this.send('PATCH', path, { body, ...sent })
  delete = (path: string, body?: unknown, sent?: Sent) => this.send('DELETE', path, { body, ...sent })

  async send(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        ...this.caller,
        'intercom-version': this.version,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    checkAnswer(this.version, method, path, answer)
    return answer
  }
}

function checkAnswer(version: Version, method: string, path: string, answer: Answer): void {
  const at = `${method} ${path} at ${version} answered ${answer.status}`
  if (answer.status >= 400) {
    expect(answer.body, at).toMatchObject({
      type: 'error.list',
      errors: [{ code: expect.any(String), message: expect.any(String) }],
    })
    return
  }
  const operation = operationOf(method, path)
  if (!operation) throw new Error(`${at}, but the contract has no such operation`)
  expect(answer.status, at).toBe(operation.status ?? 200)
  if (!operation.answer) return
  const [, faults] = validatorOf(version, operation).Errors(answer.body)
  const told = faults.map(fault => `${fault.instancePath} ${fault.message} ${JSON.stringify(fault.params)}`)
  expect(
    told,
    `${at}, which is not what the contract says: ${JSON.stringify(answer.body)?.slice(0, 2000)}`,
  ).toEqual([])
}

/** The operation a request is for; one with fewer parameters in its path wins, as in the router. */
export function operationOf(method: string, url: string): Operation | undefined {
  const path = url.split('?')[0] ?? ''
  return allOperations
    .filter(operation => operation.method === method && pattern(operation).test(path))
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

const pattern = (operation: Operation): RegExp =>
  new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`)

const validators = new Map<string, ReturnType<typeof Compile>>()

function validatorOf(version: Version, operation: Operation) {
  const key = `${version} ${operation.method} ${operation.path}`
  const validator = validators.get(key) ?? Compile(closed(schemaAt(version, operation.answer ?? {})))
  validators.set(key, validator)
  return validator
}

/** The schema with no room for keys it does not name: what a version does not know must not be in its answers. */
export function closed(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: schema.anyOf.map(closed) }),
    ...(schema.items && { items: closed(schema.items) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, closed(inner)]),
      ),
      additionalProperties: false,
    }),
  }
}
