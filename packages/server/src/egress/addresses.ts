import { BlockList, isIP } from 'node:net'

/** Everything a server on the public internet never has as its address (IANA's special-purpose registries). */
const PRIVATE_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]

/** Within 2000::/3, the only part of IPv6 that is given out: tunnels to IPv4 among them, which may end anywhere. */
const PRIVATE_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const PUBLIC_V6 = listOf(['2000::/3'])
const PRIVATE = listOf([...PRIVATE_V4, ...PRIVATE_V6])

/** Whether an address is one of the public internet. */
export function isPublic(address: string): boolean {
  const plain = withoutMapping(address)
  if (isIP(plain) === 4) return !PRIVATE.check(plain, 'ipv4')
  return isIP(plain) === 6 && PUBLIC_V6.check(plain, 'ipv6') && !PRIVATE.check(plain, 'ipv6')
}

/** Whether an address is in a list. */
export function isIn(list: BlockList, address: string): boolean {
  const plain = withoutMapping(address)
  const family = isIP(plain)
  return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

/** A list of addresses and of ranges in CIDR notation; entries that are neither are passed over. */
export function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const range = readRange(entry)
    if (range) list.addSubnet(range.address, range.prefix, range.family)
  }
  return list
}

/** An address, as a range of itself, or a range; undefined for what is neither. */
export function readRange(
  entry: string,
): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | undefined {
  const [address = '', prefix, ...rest] = entry.trim().split('/')
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
  if (version === 0 || address.includes('%') || rest.length > 0 || bits < 0 || bits > most) return undefined
  return { address, prefix: bits, family: version === 4 ? 'ipv4' : 'ipv6' }
}

/** `::ffff:10.0.0.1` is 10.0.0.1 on the wire. */
export function withoutMapping(address: string): string {
  const bare = address.replace(/%.*$/, '')
  const mapped = /^(?:0{0,4}:){2,5}ffff:(.+)$/i.exec(bare)?.[1]
  if (mapped === undefined) return bare
  if (isIP(mapped) === 4) return mapped
  const [high, low] = mapped.split(':').map(group => Number.parseInt(group, 16))
  if (high === undefined || low === undefined || Number.isNaN(high + low)) return bare
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
