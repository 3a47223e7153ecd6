/** Where the time comes from: a sandbox and the tests move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  ms(): number
}

export const systemClock: Clock = { ms: () => Date.now() }

/** The API's unit of time: whole seconds since the epoch. */
export const seconds = (clock: Clock): number => Math.floor(clock.ms() / 1000)
