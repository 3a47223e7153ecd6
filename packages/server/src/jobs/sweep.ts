import type { Log } from '../log.ts'

/** Work that is done over and over until it is told to stop. */
export interface Sweep {
  /** Starts a round at once, or right after the one under way. */
  now(): void
  /** Waits for a round under way. */
  stop(): Promise<void>
}

/** Starts a round every second, unless the one before it is still under way. A round that fails is told and tried again. */
export function everySecond(log: Log, round: () => Promise<unknown>): Sweep {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  const start = () => {
    if (stopped) return
    running ??= round()
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, 'a sweep failed'),
      )
      .finally(() => {
        running = undefined
        if (again) start()
        again = false
      })
  }
  const timer = setInterval(start, 1000)
  return {
    now() {
      again = running !== undefined
      start()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
