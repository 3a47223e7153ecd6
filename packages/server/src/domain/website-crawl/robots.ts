/** What a website asks of robots, of us in particular if it knows us. */
export interface Robots {
  /** Seconds between requests, where it says. */
  delay: number | undefined
  allows(address: string): boolean
  /** The sitemaps it names, to whomever. */
  sitemaps: string[]
}

/** Reads a robots.txt (RFC 9309). Lines it cannot read are passed over. */
export function readRobots(text: string): Robots {
  const groups = groupsOf(text)
  const ours = groups.filter(({ agents }) => agents.includes(NAME))
  const chosen = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))
  const rules = chosen.flatMap(group => group.rules)
  return {
    delay: chosen.find(({ delay }) => delay !== undefined)?.delay,
    allows: address => isAllowed(rules, address),
    sitemaps: text
      .split(/\r\n?|\n/, MOST_LINES)
      .flatMap(line => /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1] ?? []),
  }
}

const NAME = 'guichet'

interface Rule {
  allow: boolean
  pattern: string
}

interface Group {
  agents: string[]
  rules: Rule[]
  delay: number | undefined
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let group: Group | undefined
  for (const line of text.split(/\r\n?|\n/, MOST_LINES)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const field = name.toLowerCase()
    if (field === 'user-agent') {
      // Agents named one after the other share the rules that follow.
      if (!group || group.rules.length > 0 || group.delay !== undefined) {
        group = { agents: [], rules: [], delay: undefined }
        groups.push(group)
      }
      group.agents.push(value.trim().toLowerCase().replace(/\/.*$/, ''))
    } else if (group) addTo(group, field, value.trim())
  }
  return groups
}

function addTo(group: Group, field: string, value: string): void {
  if (field === 'crawl-delay' && /^\d+(\.\d+)?$/.test(value)) group.delay = Number(value)
  if ((field === 'allow' || field === 'disallow') && value !== '' && value.length <= LONGEST_PATTERN)
    group.rules.push({ allow: field === 'allow', pattern: encoded(value) })
}

/** The longest rule wins, and of two as long the one that allows. */
function isAllowed(rules: Rule[], address: string): boolean {
  const { pathname, search } = new URL(address)
  const path = pathname + search
  let best: Rule | undefined
  for (const rule of rules) {
    const better =
      !best ||
      rule.pattern.length > best.pattern.length ||
      (rule.allow && rule.pattern.length === best.pattern.length)
    if (better && matches(rule.pattern, path)) best = rule
  }
  return best?.allow ?? true
}

/** `*` stands for anything and `$` for the end. Looks for each piece once, so that no pattern takes long. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const [first = '', ...rest] = (ends ? pattern.slice(0, -1) : pattern).split('*')
  const last = ends ? rest.pop() : undefined
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!ends) return true
  return last === undefined ? at === path.length : path.endsWith(last) && path.length - last.length >= at
}

const encoded = (pattern: string): string => pattern.replace(/[^\x21-\x7e]+/g, encodeURIComponent)

const MOST_LINES = 5000
const LONGEST_PATTERN = 500
