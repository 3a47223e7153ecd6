import { Parser } from 'htmlparser2'
import { crawledHtml } from './article-html.ts'
import { DEEPEST } from './nesting.ts'

/** What a page of a website says, and what it asks of robots. */
export interface WebPage {
  title: string
  /** Its main part, fit to be kept. */
  html: string
  /** Where it leads, without the links it asks not to follow; as they are written. */
  links: string[]
  /** What links are relative to. */
  base: string
  canonical: string | undefined
  noindex: boolean
  nofollow: boolean
}

/** Reads a page in one pass over its source; undefined where tags are nested beyond reason, which takes parsers too long. */
export function readWebPage(source: string, url: string): WebPage | undefined {
  const seen = scan(source)
  if (!seen) return undefined
  const base = seen.base !== undefined && URL.canParse(seen.base, url) ? new URL(seen.base, url).href : url
  const robots = seen.robots.toLowerCase().split(/[\s,]+/)
  const asks = (what: string) => robots.includes(what) || robots.includes('none')
  return {
    title: tidy(seen.title) || tidy(seen.heading) || url,
    html: crawledHtml(mainOf(source, seen), base),
    links: seen.links,
    base,
    canonical: seen.canonical,
    noindex: asks('noindex'),
    nofollow: asks('nofollow'),
  }
}

/** A stretch of the source between the tags of an element. */
interface Stretch {
  name: string
  start: number
  end: number | undefined
  /** How many elements of its name are open within it. */
  open: number
}

interface Seen {
  title: string
  heading: string
  robots: string
  base: string | undefined
  canonical: string | undefined
  links: string[]
  main: Stretch | undefined
  body: Stretch | undefined
  articles: Stretch[]
}

function scan(source: string): Seen | undefined {
  const seen: Seen = {
    ...{ title: '', heading: '', robots: '', base: undefined, canonical: undefined, links: [] },
    ...{ main: undefined, body: undefined, articles: [] },
  }
  const stretches: Stretch[] = []
  let within: 'title' | 'heading' | undefined
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
      for (const each of stretches) if (each.end === undefined && each.name === name) each.open += 1
      const begun = begin(seen, { name, attributes, start: parser.endIndex + 1 })
      if (begun) stretches.push(begun)
      if (name === 'title' && seen.title === '') within = 'title'
      if (name === 'h1' && seen.heading === '') within = 'heading'
      note(seen, name, attributes)
    },
    ontext(text) {
      if (within && seen[within].length < LONGEST_TITLE) seen[within] += text
    },
    onclosetag(name) {
      depth -= 1
      if (name === 'title' || name === 'h1') within = undefined
      for (const each of stretches)
        if (each.end === undefined && each.name === name) {
          each.open -= 1
          if (each.open === 0) each.end = parser.startIndex
        }
    },
  })
  parser.end(source)
  return depth > DEEPEST ? undefined : seen
}

/** Articles are counted no further than to see that there are several: each stretch costs a look at every tag. */
function begin(
  seen: Seen,
  { name, attributes, start }: { name: string; attributes: Record<string, string>; start: number },
): Stretch | undefined {
  const stretch = { name, start, end: undefined, open: 1 }
  if (!seen.main && (name === 'main' || attributes['role'] === 'main')) seen.main = stretch
  else if (!seen.body && name === 'body') seen.body = stretch
  else if (name === 'article' && seen.articles.length < 2) seen.articles.push(stretch)
  else return undefined
  return stretch
}

function note(seen: Seen, name: string, attributes: Record<string, string>): void {
  const { href } = attributes
  const rel = (attributes['rel'] ?? '').toLowerCase().split(/\s+/)
  if ((name === 'a' || name === 'area') && href !== undefined && !rel.includes('nofollow'))
    if (seen.links.length < MOST_LINKS) seen.links.push(href)
  if (name === 'link' && rel.includes('canonical')) seen.canonical ??= href
  if (name === 'base') seen.base ??= href
  if (name === 'meta' && /^(?:robots|guichet)$/i.test(attributes['name'] ?? ''))
    seen.robots += ` ${attributes['content'] ?? ''}`
}

function mainOf(source: string, { main, articles, body }: Seen): string {
  const [article] = articles.length === 1 ? articles : []
  const part = main ?? article ?? body
  return part ? source.slice(part.start, part.end) : source
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)

const LONGEST_TITLE = 500
const MOST_LINKS = 2000
