import { createHash } from 'node:crypto'

/** Where a link leads, written one way however it is spelled; undefined for what is never crawled. */
export function addressOf(link: string, base?: string): string | undefined {
  if (link.length > LONGEST || !URL.canParse(link, base)) return undefined
  const url = new URL(link, base)
  if (!/^https?:$/.test(url.protocol) || FILES.test(url.pathname)) return undefined
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  // Calendars and shops combine what is in their queries without end, and relative links can nest a path in itself.
  if (url.searchParams.size > MOST_PARAMETERS || url.pathname.split('/').length > MOST_SEGMENTS)
    return undefined
  url.searchParams.sort()
  Object.assign(url, { hash: '', username: '', password: '' })
  if (url.searchParams.size === 0) url.search = ''
  return url.href.length > LONGEST ? undefined : url.href
}

/** What an address is known by: itself, unless that is too long for an id. */
export const keyOf = (address: string): string =>
  address.length <= LONGEST_KEY ? address : `sha256:${createHash('sha256').update(address).digest('hex')}`

/** Whether two origins are one website: with and without `www.`, and secured. */
export function sameSite(origin: string, other: string): boolean {
  const [from, to] = [new URL(origin), new URL(other)]
  const bare = (host: string) => host.replace(/^www\./, '')
  return bare(from.hostname) === bare(to.hostname) && !(from.protocol === 'https:' && to.protocol === 'http:')
}

const LONGEST = 2048
const LONGEST_KEY = 255
const MOST_PARAMETERS = 4
const MOST_SEGMENTS = 16

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|_ga|phpsessid|jsessionid|sid)$/i

const FILES =
  /\.(?:7z|avi|bin|bmp|bz2|css|csv|dmg|docx?|eot|epub|exe|gif|gz|ico|iso|jpe?g|js|json|mjs|mov|mp[34]|mpe?g|msi|ogg|otf|pdf|png|pptx?|rar|rss|svg|tar|tgz|ttf|wav|webm|webp|woff2?|xlsx?|xml|zip)$/i
