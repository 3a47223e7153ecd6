import { Parser } from 'htmlparser2'

/** What a sitemap names: pages, or other sitemaps. */
export interface Sitemap {
  pages: string[]
  sitemaps: string[]
}

/**
 * Reads a sitemap (sitemaps.org): XML of pages, XML of sitemaps, or an address a line. What it cannot read is passed over,
 * and so is what comes after the most that a sitemap may hold.
 */
export function readSitemap(text: string): Sitemap {
  const trimmed = text.trimStart()
  return trimmed.startsWith('<') ? readXml(trimmed) : { pages: readLines(trimmed), sitemaps: [] }
}

const MOST = 50_000
const LONGEST = 2048

const readLines = (text: string): string[] =>
  text.split(/\s*\n\s*/, MOST).filter(line => /^https?:\/\//i.test(line) && line.length <= LONGEST)

function readXml(text: string): Sitemap {
  const found: Sitemap = { pages: [], sitemaps: [] }
  let within: keyof Sitemap | undefined
  let address: string | undefined
  const parser = new Parser(
    {
      onopentag(name) {
        const local = localName(name)
        if (local === 'url') within = 'pages'
        if (local === 'sitemap') within = 'sitemaps'
        // Images and videos have addresses of their own, under names with a prefix.
        if (name === 'loc' || name === 'sm:loc') address = ''
      },
      ontext(part) {
        if (address !== undefined && address.length <= LONGEST) address += part
      },
      onclosetag(name) {
        if (localName(name) !== 'loc' || address === undefined) return
        const whole = address.trim()
        address = undefined
        const kept = within && found[within]
        if (kept && kept.length < MOST && whole !== '' && whole.length <= LONGEST) kept.push(whole)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return found
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
