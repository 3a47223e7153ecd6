import { errors, problem } from '@guichet/contract/errors.ts'
import type { UpdateAppRequest } from '@guichet/contract/operations/inbox/apps.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { scopes as allScopes } from '@guichet/contract/scopes.ts'
import { topics as allTopics } from '@guichet/contract/topics.ts'
import { DEFAULT_VERSION, existsAt, parseVersion, type Version } from '@guichet/contract/version.ts'
import type { Actor } from '../actor.ts'
import type { Described } from './app.sql.ts'

const LONGEST_URL = 2048
const MOST_URLS = 50

/** What a request says about an app, checked; what it leaves out is left out. */
export function readSettings(actor: Actor, request: Static<typeof UpdateAppRequest>): Partial<Described> {
  const { name, redirect_urls, scopes, api_version, uninstall_url } = request
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(redirect_urls !== undefined && { redirect_urls: readRedirects(redirect_urls) }),
    ...(scopes !== undefined && { scopes: readScopes(actor, scopes) }),
    ...(api_version !== undefined && { api_version: readVersion(api_version) }),
    ...(uninstall_url !== undefined && {
      uninstall_url: uninstall_url && checkedUrl(uninstall_url, 'uninstall_url'),
    }),
  }
}

/** The version an app's calls are answered and its webhooks are written at, unless a call names one. */
export const versionOf = ({ api_version }: { api_version: string | null }): Version =>
  (api_version === null ? undefined : parseVersion(api_version)) ?? DEFAULT_VERSION

/** Whether an app hears of a topic: its version has to know it and its permissions to include what is told. */
export function mayHear(topic: string, app: { api_version: string | null; scopes: string[] }): boolean {
  const known = topicOf(topic)
  if (!known || !existsAt(versionOf(app), known)) return false
  return known.scope === null || app.scopes.includes('all') || grants(app.scopes, known.scope)
}

/** Refuses topics that an app cannot hear of. */
export function checkTopics(topics: string[], app: { api_version: string | null; scopes: string[] }): void {
  for (const topic of topics) {
    const known = topicOf(topic)
    if (!known) throw refused(`${topic.slice(0, 100)} is no webhook topic`, 'webhook_topics')
    if (!existsAt(versionOf(app), known))
      throw refused(`The topic ${topic} does not exist at version ${versionOf(app)}`, 'webhook_topics')
    if (!mayHear(topic, app))
      throw refused(`The topic ${topic} needs the permission ${known.scope}`, 'webhook_topics')
  }
}

/** Any of the three labels about people is enough for what is told of them. */
const PEOPLE = ['read_users_and_companies', 'read_write_users']

const grants = (scopes: string[], needed: string): boolean =>
  scopes.includes(needed) || (PEOPLE.includes(needed) && PEOPLE.some(each => scopes.includes(each)))

const topicsByName = new Map<string, { scope: string | null; since?: Version }>(Object.entries(allTopics))

const topicOf = (topic: string) => topicsByName.get(topic)

function readName(given: string): string {
  const name = given.trim()
  if (name === '') throw refused('name is required', 'name')
  if (name.length > 255) throw refused('name is too long', 'name')
  return name
}

function readRedirects(urls: string[]): string[] {
  if (urls.length > MOST_URLS)
    throw refused(`redirect_urls may hold at most ${MOST_URLS} URLs`, 'redirect_urls')
  return urls.map(url => checkedUrl(url, 'redirect_urls'))
}

/** An app gets no permission that whoever registers it does not hold. */
function readScopes(actor: Actor, given: string[]): string[] {
  const names = new Set(['all', ...allScopes.map(({ name }) => name)])
  for (const scope of given) {
    if (!names.has(scope)) throw refused(`${scope.slice(0, 100)} is no permission`, 'scopes')
    if (actor.scopes !== 'all' && !actor.scopes.has(scope))
      throw refused(`You do not hold the permission ${scope} yourself`, 'scopes')
  }
  return [...new Set(given)]
}

function readVersion(given: string | null): string | null {
  if (given === null) return null
  const version = parseVersion(given)
  if (!version) throw problem(errors.versionUnknown)
  return version
}

/** An address where secrets may go: encrypted, but for one's own machine. */
export function checkedUrl(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || text.length > LONGEST_URL) throw refused(`${field} holds something that is no URL`, field)
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
    throw refused(`${field} must hold https URLs`, field)
  if (url.hash !== '' || url.username !== '' || url.password !== '')
    throw refused(`${field} may hold neither fragments nor passwords`, field)
  return text
}

const refused = (message: string, field: string) => problem(errors.appInvalid, message, field)
