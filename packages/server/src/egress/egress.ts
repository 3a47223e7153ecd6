import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { EgressError } from './egress-error.ts'
import { always, type Guard, guardOf, pinned, type Resolve, readUrl } from './guard.ts'

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

/** `allow` names hosts, addresses and ranges that may be reached though they are not public. */
export function guardedEgress(allow: readonly string[], resolveName?: Resolve): Egress {
  const guard = guardOf(allow, resolveName)
  return { fetch: outgoing => follow(guard, outgoing) }
}

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

const plain = (headers: NodeJS.Dict<string[] | string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
