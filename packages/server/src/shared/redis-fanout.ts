import { randomUUID } from 'node:crypto'
import type { Fanout } from '../realtime/fanout.ts'
import type { SharedRedis } from './shared-redis.ts'

const CHANNEL = 'guichet:live'

/** Tells every process through Redis. This one hears of its own at once, and so also while Redis is away. */
export function redisFanout(redis: SharedRedis): Fanout {
  const self = randomUUID()
  let heard = (_message: string): void => {}
  redis.hear(CHANNEL, message => {
    if (!message.startsWith(self)) heard(message.slice(self.length))
  })
  return {
    publish: message => {
      heard(message)
      if (redis.isUp) void redis.ask(client => client.publish(CHANNEL, self + message))
    },
    hear: hearer => {
      heard = hearer
    },
    close: async () => {},
  }
}
