import { isIP } from 'node:net'
import { checked, guardOf, pinned, type Resolve, vouchesFor } from './guard.ts'

/** The way to servers that users name and that speak something other than HTTP. */
export interface Reach {
  /** The address of a host that may be connected to; throws an `EgressError` where there is none. */
  addressOf(host: string): Promise<string>
  /** Whether the installation itself allows a host, which may then be spoken to in clear. */
  vouchesFor(host: string): boolean
}

const PATIENCE_MS = 10_000

/** `allow` names hosts, addresses and ranges that may be reached though they are not public. */
export function guardedReach(allow: readonly string[], resolveName?: Resolve): Reach {
  const guard = guardOf(allow, resolveName)
  const urlOf = (host: string) => new URL(isIP(host) === 6 ? `http://[${host}]` : `http://${host}`)
  return {
    async addressOf(host) {
      const addresses = isIP(host)
        ? checked(guard, host, [host])
        : await pinned(guard, urlOf(host), AbortSignal.timeout(PATIENCE_MS))
      const [first = host] = addresses.toSorted((a, b) => isIP(a) - isIP(b))
      return first
    },
    vouchesFor: host => vouchesFor(guard, urlOf(host)),
  }
}
