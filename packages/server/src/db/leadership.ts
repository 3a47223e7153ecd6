import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

export interface Candidate {
  /** Whether this process is the one. */
  readonly leads: boolean
  close(): Promise<void>
}

interface Standing {
  /** An advisory lock, held by the connection of the process that leads for as long as it lives. */
  lock: number
  onElected(): void
}

/**
 * Stands for the one process of a database that does something. Another takes over when its connection ends, however it
 * ends; for a moment two may believe to be the one, so what is done must bear it.
 */
export function standForLeader(url: string, { lock, onElected }: Standing): Candidate {
  const stop = new AbortController()
  let client: pg.Client | undefined
  let leads = false
  const stand = async (): Promise<void> => {
    const own = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'guichet leader' })
    const ended = new Promise<void>(resolve => own.once('end', resolve))
    own.on('error', () => {})
    client = own
    await own.connect()
    while (!stop.signal.aborted) {
      const { rows } = await own.query('select pg_try_advisory_lock($1) as elected', [lock])
      if (rows[0]?.elected === true) break
      await pause(stop.signal)
    }
    if (stop.signal.aborted) return
    leads = true
    onElected()
    await ended
  }
  const running = (async () => {
    while (!stop.signal.aborted) {
      await stand().catch(() => {})
      leads = false
      await client?.end().catch(() => {})
      if (!stop.signal.aborted) await pause(stop.signal)
    }
  })()
  return {
    get leads() {
      return leads
    },
    async close() {
      stop.abort()
      leads = false
      await client?.end().catch(() => {})
      await running
    },
  }
}

/** How long it takes at most until another one notices that the leader is gone. */
const RETRY_MS = 500

const pause = (signal: AbortSignal): Promise<void> =>
  delay(RETRY_MS, undefined, { ref: false, signal }).catch(() => {})
