import { type Clock, seconds } from '../clock.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Endpoint } from './endpoint.ts'
import { type Answer, answerOf, fateOf, isSound, SOUND, type Standing, standingAfter } from './outcome.ts'
import type { Sent } from './post.ts'
import { lockStanding, type Settled, settle, updateStanding } from './settle.sql.ts'

export interface Result {
  endpoint: Endpoint
  sent: Sent
}

/** Writes down what came of attempts: how their endpoints fare after them, and what becomes of each delivery. */
export async function settleAll(
  { database, clock }: { database: Database; clock: Clock },
  results: Result[],
): Promise<void> {
  const world = seconds(clock)
  const standings = await database.unguarded.transaction(async tx => {
    const settled: Settled[] = []
    const after = new Map<Endpoint, Standing>()
    // In one order everywhere, so that two processes do not wait for each other.
    for (const endpoint of distinct(results)) {
      const own = results.filter(result => result.endpoint === endpoint)
      const { standing, rows } = await judge(tx, endpoint, own, world + endpoint.settings.ahead)
      after.set(endpoint, standing)
      settled.push(...rows)
    }
    await settle(tx, settled)
    return after
  })
  for (const [endpoint, standing] of standings) endpoint.standing = standing
}

const distinct = (results: Result[]): Endpoint[] =>
  [...new Set(results.map(({ endpoint }) => endpoint))].toSorted((a, b) => a.id - b.id)

/** The database is asked how an endpoint fares only where that changes: one that is well and answers well costs nothing. */
async function judge(tx: Tx, endpoint: Endpoint, results: Result[], now: number) {
  const answers = results.map(({ sent }) => answered(sent))
  const calm =
    isSound(endpoint.standing) && answers.every(answer => answer === undefined || answer.kind === 'ok')
  const before = calm ? SOUND : ((await lockStanding(tx, endpoint.id, now)) ?? SOUND)
  const { policy } = endpoint.settings
  let standing = before
  const rows = results.map(({ sent }, at) => {
    const answer = answers[at]
    if (answer) standing = standingAfter(standing, answer, policy, now)
    return settledAs(sent, answer, { policy, standing, now, random: Math.random() })
  })
  if (!calm) await updateStanding(tx, endpoint.id, standing, now)
  return { standing, rows }
}

const answered = ({ came }: Sent): Answer | undefined => {
  if (came === undefined) return undefined
  return typeof came === 'string' ? answerOf(undefined) : answerOf(came.status, came.headers)
}

type Circumstances = Parameters<typeof fateOf>[2]

function settledAs(sent: Sent, answer: Answer | undefined, at: Circumstances): Settled {
  const { delivery, came, signatures } = sent
  const tries = answer ? 1 : 0
  const attempts = delivery.attempts + tries
  const throttles = delivery.throttles + (answer?.kind === 'throttled' ? 1 : 0)
  const fate = answer
    ? fateOf({ attempts, throttles, firstSentAt: sent.firstSentAt }, answer, at)
    : ({ status: 'dropped', reason: 'forgotten' } as const)
  const reply = typeof came === 'object' ? came : undefined
  return {
    ...{ workspace_id: delivery.workspace_id, id: delivery.id, attempts, throttles, status: fate.status },
    reason: 'reason' in fate ? fate.reason : null,
    ...{ first_sent_at: sent.firstSentAt, due_at: 'dueAt' in fate ? fate.dueAt : 0 },
    finished_at: fate.status === 'pending' ? null : at.now,
    ...{
      url: sent.url,
      started_at_ms: sent.startedAtMs,
      duration_ms: sent.durationMs,
      signed_at: sent.signedAt,
    },
    ...{ hub_signature: signatures.hub, standard_signature: signatures.standard },
    ...{ http_status: reply?.status ?? null, response_headers: reply?.headers ?? null },
    response_body: reply ? reply.body.replaceAll('\0', '\uFFFD') : null,
    error: typeof came === 'string' ? came : null,
  }
}
