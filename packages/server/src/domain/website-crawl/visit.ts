import type { Egress, Incoming } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import { readWebPage } from '../../text/web-page.ts'
import { addressOf, sameSite } from './address.ts'
import { readRobots } from './robots.ts'

/** An address to go to, and what is known of its website. */
export interface Errand {
  url: string
  depth: number
  origin: string
  robots: string
}

/** What came of going to an address. */
export interface Visit {
  /** Waiting: it is to be tried again. */
  state: 'fetched' | 'failed' | 'skipped' | 'gone' | 'waiting'
  reason?: string
  page?: { title: string; html: string }
  /** Where it leads within the website. */
  links?: string[]
  /** The address that stands in for it. */
  instead?: string
  /** How many seconds to leave the website alone. */
  wait?: number
}

/** Goes to an address and reads what is there. Redirects are not followed but become addresses to go to. */
export async function visit(egress: Egress, errand: Errand): Promise<Visit> {
  const { url, depth, origin, robots } = errand
  if (depth > 0 && new URL(url).origin !== origin) return skipped('other_site')
  if (!readRobots(robots).allows(url)) return skipped('robots')
  const answer = await get(egress, url)
  return answer instanceof EgressError ? faulty(answer) : read(answer, errand)
}

/** Asks for robots.txt: what it says, or that there is none to heed; a fault where nobody can tell. */
export async function fetchRobots(egress: Egress, origin: string): Promise<string | EgressError> {
  const answer = await get(egress, `${origin}/robots.txt`, { maxBytes: 512 * 1024, redirects: 5 })
  if (answer instanceof EgressError) return answer
  if (answer.status === 429 || answer.status >= 500)
    return new EgressError('unreachable', `robots.txt is answered with ${answer.status}`)
  return answer.status < 300 ? answer.body.toString().replaceAll('\0', '') : ''
}

/** Asks for something of a website, as ourselves. */
export const get = (
  egress: Egress,
  url: string,
  { maxBytes = MOST_BYTES, redirects = 0, accept = HTML } = {},
): Promise<Incoming | EgressError> =>
  egress
    .fetch({
      url,
      maxBytes,
      redirects,
      timeoutMs: PATIENCE_MS,
      headers: { 'user-agent': AGENT, accept },
    })
    .catch((error: unknown) => {
      if (error instanceof EgressError) return error
      throw error
    })

const AGENT = 'Guichet/1.0 (crawler; honours robots.txt)'
const HTML = 'text/html, application/xhtml+xml'
const MOST_BYTES = 2 * 1024 * 1024
const PATIENCE_MS = 10_000

const skipped = (reason: string, more: Pick<Visit, 'links' | 'instead'> = {}): Visit => ({
  state: 'skipped',
  reason,
  ...more,
})

/** Where we may not go and what is too much stays so; whoever is not there now may be there later. */
function faulty({ fault }: EgressError): Visit {
  if (fault === 'too_large') return skipped(fault)
  return fault === 'refused'
    ? { state: 'failed', reason: fault }
    : { state: 'waiting', reason: fault, wait: 30 }
}

function read(answer: Incoming, errand: Errand): Visit {
  const { status, headers } = answer
  const reason = `http_${status}`
  const location = headers['location']
  if (status >= 300 && status < 400 && location !== undefined) return redirected(location, errand)
  if (status === 404 || status === 410) return { state: 'gone', reason }
  if (status === 429 || status >= 500) return { state: 'waiting', reason, wait: retryAfter(headers) }
  if (status < 200 || status >= 300) return { state: 'failed', reason }
  return /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(headers['content-type'] ?? '')
    ? readHtml(answer, errand)
    : skipped('not_html')
}

function redirected(location: string, { url, depth, origin }: Errand): Visit {
  const target = addressOf(location, url)
  if (target === undefined) return skipped('redirect')
  const to = new URL(target).origin
  // The address a crawl begins at may lead to the name the website really has.
  const stays = to === origin || (depth === 0 && sameSite(origin, to))
  return stays ? skipped('redirect', { instead: target }) : skipped('other_site')
}

/** How many seconds a website that is busy wants to be left alone. */
export function retryAfter(headers: Record<string, string>): number {
  const given = headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(given) ? Math.min(Math.max(Number(given), 1), 600) : 30
}

function readHtml({ headers, body }: Incoming, { url, origin }: Errand): Visit {
  const page = readWebPage(decode(body, headers['content-type'] ?? ''), url)
  if (!page) return skipped('too_deep')
  const header = (headers['x-robots-tag'] ?? '').toLowerCase()
  const asks = (what: string) => new RegExp(`\\b(?:${what}|none)\\b`).test(header)
  const within = (link: string): string[] => {
    const address = addressOf(link, page.base)
    return address !== undefined && new URL(address).origin === origin ? [address] : []
  }
  const links = page.nofollow || asks('nofollow') ? [] : [...new Set(page.links.flatMap(within))]
  const [canonical] = page.canonical === undefined ? [] : within(page.canonical)
  if (page.noindex || asks('noindex')) return skipped('noindex', { links })
  if (canonical !== undefined && canonical !== url) return skipped('canonical', { links, instead: canonical })
  return { state: 'fetched', page: { title: page.title, html: page.html }, links }
}

/** A page in the characters it says it has, without those that the database does not take. */
function decode(body: Buffer, type: string): string {
  const said = /charset\s*=\s*["']?([\w-]+)/i
  const [, label = 'utf-8'] = said.exec(type) ?? said.exec(body.subarray(0, 1024).toString('latin1')) ?? []
  try {
    return new TextDecoder(label).decode(body).replaceAll('\0', '')
  } catch {
    return body.toString().replaceAll('\0', '')
  }
}
