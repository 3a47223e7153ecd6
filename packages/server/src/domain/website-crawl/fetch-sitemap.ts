import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Egress, Incoming } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import { readSitemap } from '../../text/sitemap.ts'
import { addressOf } from './address.ts'
import { get, retryAfter } from './visit.ts'

/** What came of asking for a sitemap. */
export interface SitemapSeen {
  /** Waiting: it is to be tried again. */
  state: 'read' | 'failed' | 'waiting'
  reason: string | null
  pages: string[]
  sitemaps: string[]
  wait?: number
}

/** The sitemaps of a website, by its robots.txt, else where they usually are. */
export const sitemapsOf = (origin: string, robots: { sitemaps: string[] }): string[] =>
  robots.sitemaps.length > 0
    ? robots.sitemaps.flatMap(link => sitemapAddress(link, origin))
    : [`${origin}/sitemap.xml`]

/** Asks for a sitemap, which may be compressed, and reads it: pages of the website, and sitemaps. */
export async function fetchSitemap(
  egress: Egress,
  { url, origin }: { url: string; origin: string },
): Promise<SitemapSeen> {
  const answer = await get(egress, url, { maxBytes: MOST_SENT, redirects: 5, accept: ACCEPT })
  if (answer instanceof EgressError)
    return answer.fault === 'refused' || answer.fault === 'too_large'
      ? failed(answer.fault)
      : { ...failed(answer.fault), state: 'waiting', wait: 30 }
  const { status, headers } = answer
  if (status === 429 || status >= 500)
    return { ...failed(`http_${status}`), state: 'waiting', wait: retryAfter(headers) }
  if (status < 200 || status >= 300) return failed(`http_${status}`)
  const text = await unpacked(answer)
  if (text === undefined) return failed('not_readable')
  const { pages, sitemaps } = readSitemap(text)
  const ours = (link: string): string[] => {
    const address = addressOf(link, url)
    return address !== undefined && new URL(address).origin === origin ? [address] : []
  }
  return {
    ...{ state: 'read', reason: null, pages: [...new Set(pages.flatMap(ours))] },
    sitemaps: sitemaps.flatMap(link => sitemapAddress(link, url)),
  }
}

const failed = (reason: string): SitemapSeen => ({ state: 'failed', reason, pages: [], sitemaps: [] })

const ACCEPT = 'application/xml, text/xml, text/plain, application/gzip'
/** What may be sent, and what it may become unpacked: the most that a sitemap may have. */
const MOST_SENT = 10 * 1024 * 1024
const MOST_UNPACKED = 50 * 1024 * 1024

function sitemapAddress(link: string, base: string): string[] {
  if (link.length > 2048 || !URL.canParse(link, base)) return []
  const url = new URL(link, base)
  Object.assign(url, { hash: '', username: '', password: '' })
  return /^https?:$/.test(url.protocol) ? [url.href] : []
}

async function unpacked({ body }: Incoming): Promise<string | undefined> {
  const packed = body[0] === 0x1f && body[1] === 0x8b
  try {
    const bytes = packed ? await unzip(body, { maxOutputLength: MOST_UNPACKED }) : body
    return bytes
      .toString('utf8')
      .replaceAll('\0', '')
      .replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

const unzip = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)
