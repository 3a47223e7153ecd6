/** How deliveries that fail are tried again, and when an endpoint is left in peace. Times are seconds. */
export interface Policy {
  /** How long after each failure it is tried again; after the last it has failed for good. */
  retries: number[]
  /** How much longer a wait may be, as a share of itself, so that not all try at once. */
  jitter: number
  /** What a 429 asks for: waits that double, and how long a delivery puts up with them. */
  throttle: { first: number; longest: number; dropAfter: number }
  /** After how many errors in a row, within how long, nothing is sent for how long: what would have been is dropped. */
  pause: { errors: number; within: number; rest: number } | undefined
  /** After how long with nothing but errors the endpoint is left alone until it is set live. */
  suspendAfter: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type PolicyName = 'intercom' | 'durable'

export const POLICIES: Record<PolicyName, Policy> = {
  /** As Intercom documents it: one retry after a minute. */
  intercom: {
    retries: [MINUTE],
    jitter: 0,
    throttle: { first: MINUTE, longest: 2 * HOUR, dropAfter: 2 * HOUR },
    pause: { errors: 1000, within: 15 * MINUTE, rest: 15 * MINUTE },
    suspendAfter: 7 * DAY,
  },
  /** Exponential, for three days. */
  durable: {
    retries: doubling({ first: 5, longest: 8 * HOUR, altogether: 3 * DAY }),
    jitter: 0.2,
    throttle: { first: MINUTE, longest: 2 * HOUR, dropAfter: 3 * DAY },
    pause: undefined,
    suspendAfter: 7 * DAY,
  },
}

function doubling(of: { first: number; longest: number; altogether: number }): number[] {
  const waits: number[] = []
  let sum = 0
  for (let wait = of.first; sum + wait <= of.altogether; wait = Math.min(wait * 2, of.longest)) {
    waits.push(wait)
    sum += wait
  }
  return waits
}
