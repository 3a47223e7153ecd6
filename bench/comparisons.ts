import { httpLoad, request } from './http-load.ts'
import { LONG_CONVERSATIONS, type Volume } from './load-data.ts'
import type { Server } from './server.ts'

/** What a request costs the server's processor at the newest version and at 2.7, in microseconds. */
export interface Comparison {
  name: string
  newest: number
  oldest: number
  /** How much more 2.7 may cost, as a share. */
  most: number
}

type Compared = Pick<Comparison, 'name' | 'most'> & { path: (n: number) => string }

export const comparisons = (of: Volume): Compared[] => [
  {
    name: 'GET a conversation of 50 parts',
    path: n => `/conversations/${of.conversations + 1 + (n % LONG_CONVERSATIONS)}`,
    most: 0.2,
  },
]

/** Versions take turns; of each the cheapest round counts, which the neighbours on the machine disturbed least. */
export async function compare(
  { path, most }: Omit<Compared, 'name'>,
  by: { server: Server; token: string; seconds: number; rounds: number },
): Promise<Omit<Comparison, 'name'>> {
  const cost = async (version: string) => {
    let n = 0
    const headers = { authorization: `Bearer ${by.token}`, 'intercom-version': version }
    const next = () => {
      n += 1
      return request('GET', path(n), headers)
    }
    const before = await by.server.cpu()
    await httpLoad({ port: by.server.port, connections: 4, seconds: by.seconds, next })
    const after = await by.server.cpu()
    return before === undefined || after === undefined ? Number.NaN : ((after - before) / n) * 1e6
  }
  const newest: number[] = []
  const oldest: number[] = []
  for (let round = 0; round < by.rounds; round += 1) {
    newest.push(await cost('Preview'))
    oldest.push(await cost('2.7'))
  }
  return { newest: Math.min(...newest), oldest: Math.min(...oldest), most }
}
