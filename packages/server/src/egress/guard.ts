import { lookup as resolve } from 'node:dns/promises'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import { isIn, isPublic, listOf, readRange } from './addresses.ts'
import { EgressError } from './egress-error.ts'

/** Resolves a name to all its addresses. */
export type Resolve = (host: string) => Promise<string[]>

/** Which addresses may be gone to. */
export interface Guard {
  ranges: BlockList
  hosts: ReadonlySet<string>
  resolveName: Resolve
}

/** `allow` names hosts, addresses and ranges that may be reached though they are not public. */
export function guardOf(allow: readonly string[], resolveName: Resolve = resolveAll): Guard {
  const ranges = listOf(allow.filter(entry => readRange(entry)))
  const hosts = new Set(allow.filter(entry => !readRange(entry)).map(entry => entry.toLowerCase()))
  return { ranges, hosts, resolveName }
}

const resolveAll: Resolve = async host => (await resolve(host, { all: true })).map(({ address }) => address)

/** A URL that may be gone to as far as its text tells. */
export function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new EgressError('refused', 'The address is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new EgressError('refused', 'Only http and https are allowed')
  return url
}

/** The addresses a connection may go to; throws where any that a name stands for is not public and not allowed. */
export async function pinned(guard: Guard, url: URL, signal: AbortSignal): Promise<string[]> {
  const host = hostOf(url)
  const addresses = isIP(host) ? [host] : await resolved(guard, host, signal)
  return checked(guard, host, addresses)
}

/** The addresses themselves, where a connection may go to every one of them. */
export function checked(guard: Guard, host: string, addresses: string[]): string[] {
  if (addresses.length === 0) throw new EgressError('unreachable', `${host} could not be resolved`)
  const fine = guard.hosts.has(host.toLowerCase()) || addresses.every(each => isReachable(guard, each))
  if (!fine) throw new EgressError('refused', `${host} is not a public address`)
  return addresses
}

/** Whether the installation itself vouches for a host, which may then be spoken to in clear. */
export const vouchesFor = (guard: Guard, url: URL): boolean =>
  guard.hosts.has(hostOf(url).toLowerCase()) || isIn(guard.ranges, hostOf(url))

/** The host of a URL; that of an IPv6 address without its brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

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
export const always =
  (addresses: string[]): LookupFunction =>
  (_host, options, tell) => {
    const found = addresses.map(address => ({ address, family: isIP(address) }))
    const [first] = found
    if (options.all || !first) tell(null, found)
    else tell(null, first.address, first.family)
  }
