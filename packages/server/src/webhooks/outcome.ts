import type { Policy } from './policy.ts'

/** What came of an attempt. `retryAfter` is what a 429 or a 503 asked for, in seconds. */
export type Answer =
  | { kind: 'ok' }
  | { kind: 'gone' }
  | { kind: 'throttled'; retryAfter: number | undefined }
  | { kind: 'error' }

/** What an answer's status means. Only a 2xx is a success: a redirect is an error, for nobody follows it. */
export function answerOf(status: number | undefined, headers: Record<string, string> = {}): Answer {
  if (status === undefined) return { kind: 'error' }
  if (status >= 200 && status <= 299) return { kind: 'ok' }
  if (status === 410) return { kind: 'gone' }
  if (status !== 429) return { kind: 'error' }
  const asked = Number(headers['retry-after'] ?? Number.NaN)
  return { kind: 'throttled', retryAfter: Number.isFinite(asked) && asked >= 0 ? asked : undefined }
}

/** How an endpoint fares. Times are seconds since the epoch. */
export interface Standing {
  state: 'live' | 'disabled' | 'suspended'
  errors: number
  errorsSince: number | null
  failingSince: number | null
  pausedUntil: number | null
  throttledUntil: number | null
  throttleSeconds: number
}

/** Nothing is known against it. */
export const SOUND: Standing = {
  ...{ state: 'live', errors: 0, errorsSince: null, failingSince: null },
  ...{ pausedUntil: null, throttledUntil: null, throttleSeconds: 0 },
}

export const isSound = (standing: Standing): boolean =>
  standing.state === 'live' &&
  standing.failingSince === null &&
  standing.throttleSeconds === 0 &&
  standing.pausedUntil === null

/** How an endpoint fares after one more answer. */
export function standingAfter(before: Standing, answer: Answer, policy: Policy, now: number): Standing {
  // A late answer of a request that was under way brings nobody back who was asked to be left alone.
  if (before.state !== 'live') return before
  if (answer.kind === 'ok') return { ...SOUND, pausedUntil: still(before.pausedUntil, now) }
  if (answer.kind === 'gone') return { ...before, state: 'disabled' }
  if (answer.kind === 'throttled') return throttled(before, answer.retryAfter, policy, now)
  const failingSince = before.failingSince ?? now
  if (now - failingSince > policy.suspendAfter) return { ...before, failingSince, state: 'suspended' }
  return { ...counted(before, policy, now), failingSince }
}

const still = (until: number | null, now: number): number | null =>
  until !== null && until > now ? until : null

/** Requests that were under way together and are refused together count as one. */
function throttled(
  before: Standing,
  retryAfter: number | undefined,
  { throttle }: Policy,
  now: number,
): Standing {
  if (before.throttledUntil !== null && before.throttledUntil > now) return before
  const doubled = Math.min(Math.max(throttle.first, before.throttleSeconds * 2), throttle.longest)
  const throttleSeconds = Math.min(Math.max(doubled, retryAfter ?? 0), throttle.longest)
  return { ...before, throttleSeconds, throttledUntil: now + throttleSeconds }
}

function counted(before: Standing, { pause }: Policy, now: number): Standing {
  const fresh = before.errorsSince === null || (pause && now - before.errorsSince > pause.within)
  const errors = fresh ? 1 : before.errors + 1
  const errorsSince = fresh ? now : before.errorsSince
  if (!pause || errors <= pause.errors) return { ...before, errors, errorsSince }
  return { ...before, errors: 0, errorsSince: null, pausedUntil: now + pause.rest }
}

/** What becomes of a delivery. */
export type Fate =
  | { status: 'delivered' }
  | { status: 'failed' | 'dropped'; reason: string }
  | { status: 'pending'; dueAt: number }

/** What an attempt was of: how often it was tried with this one, and of these how often it was refused for now. */
export interface Tried {
  attempts: number
  throttles: number
  firstSentAt: number
}

/** What becomes of a delivery after an answer; `standing` is how its endpoint fares after it. */
export function fateOf(
  tried: Tried,
  answer: Answer,
  { policy, standing, now, random }: { policy: Policy; standing: Standing; now: number; random: number },
): Fate {
  if (answer.kind === 'ok') return { status: 'delivered' }
  if (answer.kind === 'gone') return { status: 'failed', reason: 'gone' }
  if (answer.kind === 'throttled') {
    const dueAt = standing.throttledUntil ?? now + policy.throttle.first
    const patient = dueAt - tried.firstSentAt <= policy.throttle.dropAfter
    return patient ? { status: 'pending', dueAt } : { status: 'dropped', reason: 'throttled' }
  }
  const wait = policy.retries[tried.attempts - tried.throttles - 1]
  if (wait === undefined) return { status: 'failed', reason: 'error' }
  return { status: 'pending', dueAt: now + Math.ceil(wait * (1 + policy.jitter * random)) }
}

/** Why nothing is sent to an endpoint at all, so that what it would be told is dropped; undefined where it is sent to. */
export function silence(standing: Standing, now: number): string | undefined {
  if (standing.state !== 'live') return standing.state
  return standing.pausedUntil !== null && standing.pausedUntil > now ? 'paused' : undefined
}

/** Whether nothing may be sent to an endpoint now. */
export const isHeld = (standing: Standing, now: number): boolean =>
  silence(standing, now) !== undefined || (standing.throttledUntil !== null && standing.throttledUntil > now)
