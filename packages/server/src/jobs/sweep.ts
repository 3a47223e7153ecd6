import type { Log } from '../log.ts'

/** Work that is done over and over until it is told to stop. */
export interface Sweep {
  /** Starts a round at once, or right after the one under way, and waits for its end. */
  now(): Promise<void>
  /** Waits for a round under way. */
  stop(): Promise<void>
}

/** Starts a round every second. */
export const everySecond = (log: Log, round: () => Promise<unknown>): Sweep => every(1000, log, round)

/** Starts a round every so often, unless the one before it is still under way. A round that fails is told and tried again. */
export function every(ms: number, log: Log, round: () => Promise<unknown>): Sweep {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let stopped = false
  const start = (): Promise<void> => {
    running ??= round()
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, 'a sweep failed'),
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  const afterThis = (under: Promise<void>): Promise<void> =>
    under.then(() => {
      next = undefined
      return stopped ? undefined : start()
    })
  const timer = setInterval(start, ms)
  return {
    now() {
      if (stopped || running === undefined) return stopped ? Promise.resolve() : start()
      next ??= afterThis(running)
      return next
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
