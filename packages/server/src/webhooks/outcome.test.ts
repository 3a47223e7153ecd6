import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, answerOf, fateOf, SOUND, type Standing, silence, standingAfter } from './outcome.ts'
import { POLICIES, type PolicyName } from './policy.ts'

const { intercom, durable } = POLICIES
const ERROR: Answer = { kind: 'error' }
const OK: Answer = { kind: 'ok' }

/** How an endpoint fares after answers of one kind, one every so many seconds. */
const after = (answer: Answer, of: { times: number; every: number; from?: Standing }) => {
  let standing = of.from ?? SOUND
  for (let n = 0; n < of.times; n += 1) standing = standingAfter(standing, answer, intercom, n * of.every)
  return standing
}

test.each([
  [200, 'ok'],
  [204, 'ok'],
  [301, 'error'],
  [404, 'error'],
  [410, 'gone'],
  [429, 'throttled'],
  [500, 'error'],
  [undefined, 'error'],
] as const)('a %s is %s', (status, kind) => expect(answerOf(status).kind).toBe(kind))

test('the durable policy tries for close to three days, less and less often', () => {
  const sum = durable.retries.reduce((all, wait) => all + wait, 0)
  expect(sum).toBeGreaterThan(2.5 * 86_400)
  expect(sum).toBeLessThanOrEqual(3 * 86_400)
  expect(durable.retries).toEqual(durable.retries.toSorted((a, b) => a - b))
})

test('more than a thousand errors in a row within a quarter of an hour bring a quarter of an hour of silence', () => {
  expect(silence(after(ERROR, { times: 1000, every: 0.5 }), 500)).toBeUndefined()
  const paused = after(ERROR, { times: 1001, every: 0.5 })
  expect(silence(paused, 501)).toBe('paused')
  expect(silence(paused, 500 + 900)).toBeUndefined()
  expect(after(ERROR, { times: 1001, every: 1 }).pausedUntil).toBeNull()
})

test('one success makes an endpoint sound again', () => {
  const failing = after(ERROR, { times: 900, every: 0.1 })
  expect(standingAfter(failing, OK, intercom, 100)).toEqual(SOUND)
})

test('a week of nothing but errors suspends an endpoint, and only setting it live brings it back', () => {
  const day = 86_400
  expect(after(ERROR, { times: 8, every: day }).state).toBe('live')
  const suspended = after(ERROR, { times: 9, every: day })
  expect(suspended.state).toBe('suspended')
  expect(standingAfter(suspended, OK, intercom, 9 * day).state).toBe('suspended')
})

test('requests that are refused together count as one', () => {
  const throttled: Answer = { kind: 'throttled', retryAfter: undefined }
  const once = standingAfter(SOUND, throttled, intercom, 0)
  expect(standingAfter(once, throttled, intercom, 1)).toEqual(once)
  expect(standingAfter(once, throttled, intercom, 60).throttledUntil).toBe(180)
})

test('whatever comes back, a delivery ends in time, and is tried no sooner than it may be', () => {
  const answers = fc.oneof(
    fc.constant<Answer>(ERROR),
    fc.record({
      kind: fc.constant('throttled' as const),
      retryAfter: fc.option(fc.nat(20_000), { nil: undefined }),
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom<PolicyName>('intercom', 'durable'),
      fc.infiniteStream(answers),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (name, stream, random) => {
        const policy = POLICIES[name]
        let [now, standing, attempts, throttles] = [0, SOUND, 0, 0]
        for (const answer of stream) {
          attempts += 1
          throttles += answer.kind === 'throttled' ? 1 : 0
          standing = standingAfter(standing, answer, policy, now)
          const fate = fateOf({ attempts, throttles, firstSentAt: 0 }, answer, {
            policy,
            standing,
            now,
            random,
          })
          if (fate.status !== 'pending') return
          expect(fate.dueAt).toBeGreaterThan(now)
          now = fate.dueAt
          expect(attempts).toBeLessThan(500)
        }
      },
    ),
    { numRuns: 500 },
  )
})
