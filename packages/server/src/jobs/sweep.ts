import type { Log } from '../log.ts'

/** Work that is done over and over until it is told to stop. */
export interface Sweep {
  /** Waits for a round under way. */
  stop(): Promise<void>
}

/** Starts a round every second, unless the one before it is still under way. A round that fails is told and tried again. */
export function everySecond(log: Log, round: () => Promise<unknown>): Sweep {
  let running: Promise<void> | undefined
  const start = () => {
    running ??= round()
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, 'a sweep failed'),
      )
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(start, 1000)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
