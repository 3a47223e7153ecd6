import { Agent, type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { EgressError } from './egress-error.ts'
import { checked, type Guard, guardOf, hostOf, pinned, type Resolve, readUrl, vouchesFor } from './guard.ts'

/** A message to somewhere a user named. */
export interface Message {
  url: string
  method: 'POST' | 'HEAD'
  headers: Record<string, string>
  body?: string | Uint8Array
  /** For everything, from the look-up of the name to the status of the answer. */
  timeoutMs: number
}

/** What came back: the status, and the beginning of the rest. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * The way out for many messages to the same places: connections are kept, and each goes to an address that was checked
 * when it was made. A redirect is an answer like any other. The status counts as soon as it is there; of a body only the
 * beginning is read, and a connection on which there is more is hung up.
 */
export interface Outbound {
  send(message: Message): Promise<Reply>
  /** Whether the installation itself allows the host of a URL, which may then be spoken to in clear. */
  vouchesFor(url: string): boolean
  close(): void
}

/** The most bytes of a body that are kept. */
const KEPT_BYTES = 4096
/** The most that are read so that a connection can be used again. */
const READ_BYTES = 64 * 1024
/** How long the rest of an answer may take after its status. */
const REST_MS = 1000
/** Shorter than servers commonly keep a connection, so that none is hung up just as it is used again. */
const IDLE_MS = 4000

/** `allow` names hosts, addresses and ranges that may be reached though they are not public. */
export function guardedOutbound(
  allow: readonly string[],
  { resolveName, restMs = REST_MS }: { resolveName?: Resolve; restMs?: number } = {},
): Outbound {
  const guard = guardOf(allow, resolveName)
  const keeping = { keepAlive: true, maxFreeSockets: 64, timeout: IDLE_MS, scheduling: 'lifo' as const }
  const agents = { plain: new Agent(keeping), secure: new SecureAgent(keeping) }
  const lookup = checkedLookup(guard)
  return {
    async send(message) {
      const url = readUrl(message.url)
      if (isIP(hostOf(url))) checked(guard, hostOf(url), [hostOf(url)])
      return exchange(url, message, { lookup, agents, restMs })
    },
    vouchesFor: url => URL.canParse(url) && vouchesFor(guard, new URL(url)),
    close() {
      agents.plain.destroy()
      agents.secure.destroy()
    },
  }
}

interface Way {
  lookup: LookupFunction
  agents: { plain: Agent; secure: SecureAgent }
  restMs: number
}

/** Asked once for each connection: whatever it answers is what is connected to. */
const checkedLookup =
  (guard: Guard): LookupFunction =>
  (host, options, tell) => {
    const signal = AbortSignal.timeout(LOOKUP_MS)
    pinned(guard, new URL(`http://${host}`), signal).then(
      addresses => {
        const found = addresses.map(address => ({ address, family: isIP(address) }))
        const [first] = found
        if (options.all || !first) tell(null, found)
        else tell(null, first.address, first.family)
      },
      (error: unknown) => tell(EgressError.from(error, signal), ''),
    )
  }

const LOOKUP_MS = 5000

function exchange(url: URL, message: Message, way: Way): Promise<Reply> {
  const { method, headers, body, timeoutMs } = message
  const secure = url.protocol === 'https:'
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const options = {
    ...{ method, lookup: way.lookup, agent: secure ? way.agents.secure : way.agents.plain },
    headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
  }
  const sent: ClientRequest = secure ? requestSecure(url, options) : requestPlain(url, options)
  const timer = setTimeout(() => sent.destroy(new EgressError('timeout', TOO_SLOW)), timeoutMs)
  sent.once('response', response => {
    clearTimeout(timer)
    beginningOf(response, way.restMs).then(text =>
      resolve({ status: response.statusCode ?? 0, headers: plain(response), body: text }),
    )
  })
  sent.on('error', (error: unknown) => {
    clearTimeout(timer)
    reject(EgressError.from(error, NEVER))
  })
  sent.end(body)
  return promise
}

const TOO_SLOW = 'The request took too long'
const NEVER = new AbortController().signal

/** The beginning of a body. Where more follows than is worth reading, or slowly, or not at all, the connection goes. */
function beginningOf(response: IncomingMessage, restMs: number): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const kept: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => response.destroy(), restMs)
  const done = () => {
    clearTimeout(timer)
    resolve(Buffer.concat(kept).subarray(0, KEPT_BYTES).toString('utf8'))
  }
  response.on('data', (chunk: Buffer) => {
    if (size < KEPT_BYTES) kept.push(chunk)
    size += chunk.length
    if (size > READ_BYTES) response.destroy()
  })
  response.on('error', () => {})
  response.once('end', done)
  response.once('close', done)
  return promise
}

const plain = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
