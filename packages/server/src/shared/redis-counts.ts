import { type Bucket, type Counts, LocalCounts } from '../http/limit.ts'
import type { SharedRedis } from './shared-redis.ts'

/** Counts in buckets until one overflows, as `LocalCounts` does: in one round trip, and whole or not at all. */
const COUNT = `
local counts = {}
for at, key in ipairs(KEYS) do
  counts[at] = redis.call('incr', key)
  if counts[at] == 1 then redis.call('expire', key, ARGV[1]) end
  if counts[at] > tonumber(ARGV[at + 1]) then break end
end
return counts`

/** Kept for longer than a window, for the clocks of servers differ a little. */
const KEPT_S = 30

/** Counts of all processes together; of each by itself while Redis is away. */
export function redisCounts(redis: SharedRedis): Counts {
  const alone = new LocalCounts()
  const ask = async (window: number, buckets: Bucket[]): Promise<number[]> => {
    const keys = buckets.map(({ key }) => `guichet:rate:${window}:${key}`)
    const limits = buckets.map(({ limit }) => limit)
    const counts = await redis.ask(client => client.eval(COUNT, keys.length, ...keys, KEPT_S, ...limits))
    return Array.isArray(counts) ? counts.map(Number) : alone.count(window, buckets)
  }
  return {
    count: (window, buckets) => (redis.isUp ? ask(window, buckets) : alone.count(window, buckets)),
  }
}
