import { lookup as resolve } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import { isIn, isPublic, listOf, readRange } from './addresses.ts'
import { EgressError } from './egress-error.ts'

/** A request to somewhere a user named. */
export interface Outgoing {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** For everything, redirects included; 10 seconds unless said. */
  timeoutMs?: number
  /** The most bytes of the answer's body; 1 MiB unless said. */
  maxBytes?: number
  /** How many redirects are followed; none unless said. */
  redirects?: number
}

export interface Incoming {
  status: number
  headers: Record<string, string>
  body: Buffer
  /** Where the answer came from in the end. */
  url: string
}

/**
 * The one way out for whatever is fetched on a user's word. It goes to public addresses only, unless the installation
 * allows others; a name is resolved once and the connection goes to the very address that was checked, and redirects
 * are checked as the first address was.
 */
export interface Egress {
  fetch(outgoing: Outgoing): Promise<Incoming>
}

/** Resolves a name to all its addresses. */
export type Resolve = (host: string) => Promise<string[]>

/** `allow` names hosts, addresses and ranges that may be reached though they are not public. */
export function guardedEgress(allow: readonly string[], resolveName: Resolve = resolveAll): Egress {
  const ranges = listOf(allow.filter(entry => readRange(entry)))
  const hosts = new Set(allow.filter(entry => !readRange(entry)).map(entry => entry.toLowerCase()))
  const guard: Guard = { ranges, hosts, resolveName }
  return { fetch: outgoing => follow(guard, outgoing) }
}

interface Guard {
  ranges: BlockList
  hosts: ReadonlySet<string>
  resolveName: Resolve
}

const resolveAll: Resolve = async host => (await resolve(host, { all: true })).map(({ address }) => address)

async function follow(guard: Guard, outgoing: Outgoing): Promise<Incoming> {
  const signal = AbortSignal.timeout(outgoing.timeoutMs ?? 10_000)
  let hop: Outgoing = outgoing
  for (let left = outgoing.redirects ?? 0; ; left -= 1) {
    const answer = await send(guard, hop, signal)
    const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined
    if (location === undefined || (outgoing.redirects ?? 0) === 0) return answer
    if (left === 0) throw new EgressError('refused', 'Too many redirects')
    hop = redirected(hop, location, answer.status)
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The request after a redirect: secrets do not go on to another origin, and a body only where the status says so. */
function redirected(hop: Outgoing, location: string, status: number): Outgoing {
  if (!URL.canParse(location, hop.url)) throw new EgressError('refused', 'A redirect leads nowhere')
  const url = new URL(location, hop.url)
  const { body, method = 'GET', headers = {}, ...rest } = hop
  const kept = status === 307 || status === 308
  const same = url.origin === new URL(hop.url).origin
  return {
    ...rest,
    url: url.href,
    method: kept || method === 'HEAD' ? method : 'GET',
    headers: same && (kept || body === undefined) ? headers : same ? withoutBody(headers) : {},
    ...(kept && body !== undefined && { body }),
  }
}

const withoutBody = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)))

async function send(guard: Guard, outgoing: Outgoing, signal: AbortSignal): Promise<Incoming> {
  const url = readUrl(outgoing.url)
  const addresses = await pinned(guard, url, signal)
  const { body, headers = {}, maxBytes = 1024 * 1024, method = 'GET' } = outgoing
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((done, failed) => {
    const fail = (error: unknown) => failed(EgressError.from(error, signal))
    const sent = request(
      url,
      // One connection a request: a pooled one would have been checked for another.
      {
        ...{ method, signal, agent: false, lookup: always(addresses) },
        headers: {
          ...{ 'user-agent': 'Guichet', accept: '*/*', 'accept-encoding': 'identity' },
          ...headers,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      },
      response => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= maxBytes) chunks.push(chunk)
          else response.destroy(new EgressError('too_large', `The answer is larger than ${maxBytes} bytes`))
        })
        response.on('error', fail)
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: plain(response.headers),
            body: Buffer.concat(chunks),
            url: url.href,
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new EgressError('refused', 'The address is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new EgressError('refused', 'Only http and https are allowed')
  return url
}

/** The addresses a connection may go to; throws where any that a name stands for is not public and not allowed. */
async function pinned(guard: Guard, url: URL, signal: AbortSignal): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolved(guard, host, signal)
  if (addresses.length === 0) throw new EgressError('unreachable', `${host} could not be resolved`)
  const fine = guard.hosts.has(host.toLowerCase()) || addresses.every(each => isReachable(guard, each))
  if (!fine) throw new EgressError('refused', `${host} is not a public address`)
  return addresses
}

const isReachable = (guard: Guard, address: string): boolean =>
  isPublic(address) || isIn(guard.ranges, address)

async function resolved(guard: Guard, host: string, signal: AbortSignal): Promise<string[]> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([guard.resolveName(host), aborted])
  } catch (error) {
    if (signal.aborted) throw EgressError.from(error, signal)
    throw new EgressError('unreachable', `${host} could not be resolved`)
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Answers every question of the connection with the addresses that were checked; it takes the first that it reaches. */
const always =
  (addresses: string[]): LookupFunction =>
  (_host, options, tell) => {
    const found = addresses.map(address => ({ address, family: isIP(address) }))
    const [first] = found
    if (options.all || !first) tell(null, found)
    else tell(null, first.address, first.family)
  }

const plain = (headers: NodeJS.Dict<string[] | string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
