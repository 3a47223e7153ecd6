import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** What to do with a message, by the channel it comes on. */
export type Channels = Record<string, (message: string) => void>

interface Listening {
  channels: Channels
  /** Called when messages may have been missed: while there is no connection, and when there is one again. */
  onGap(): void
}

export interface Listener {
  close(): Promise<void>
}

/** Listens to PostgreSQL's notifications, and connects again for as long as it takes when the connection breaks. */
export async function listen(url: string, { channels, onGap }: Listening): Promise<Listener> {
  let client: pg.Client | undefined
  let closed = false
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('error', () => {})
    next.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''))
    await next.connect()
    for (const channel of Object.keys(channels)) await next.query(`listen ${next.escapeIdentifier(channel)}`)
    // Only one that was there is missed: an attempt that fails is tried again by whoever made it.
    next.once('end', () => closed || reconnect())
    client = next
  }
  const reconnect = async () => {
    onGap()
    while (!closed) {
      const back = await connect().then(
        () => true,
        () => false,
      )
      onGap()
      if (back) return
      await setTimeout(RETRY_MS, undefined, { ref: false })
    }
  }
  await connect()
  return {
    async close() {
      closed = true
      await client?.end()
    },
  }
}

const RETRY_MS = 500
