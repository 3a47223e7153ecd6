import { type Clock, seconds } from '../clock.ts'
import { envelope, headersOf, type Signatures, sign } from '../domain/webhook/index.ts'
import { EgressError } from '../egress/egress-error.ts'
import type { Message, Outbound, Reply } from '../egress/outbound.ts'
import type { Claimed } from './claim.sql.ts'
import type { Settings } from './endpoint.ts'

/** An attempt as it was made. */
export interface Sent {
  delivery: Claimed
  url: string
  /** Seconds since the epoch. */
  firstSentAt: number
  signedAt: number
  startedAtMs: number
  durationMs: number
  signatures: Signatures
  /** What came back, or in a sentence why nothing did; undefined where nothing was sent, for there was nothing to tell. */
  came: Reply | string | undefined
}

/** How long a receiver may take to answer. */
const PATIENCE_MS = 5000

const UNSIGNED: Signatures = { hub: '', standard: '' }

/** Makes one attempt at a delivery. Whatever goes wrong with the receiver is told in the result. */
export async function post(
  { outbound, clock, patienceMs = PATIENCE_MS }: { outbound: Outbound; clock: Clock; patienceMs?: number },
  { url, secrets, ahead }: Settings,
  delivery: Claimed,
  item: string | undefined,
): Promise<Sent> {
  const now = seconds(clock) + ahead
  const firstSentAt = delivery.first_sent_at ?? now
  // Receivers hold it against their own clocks.
  const signedAt = Math.floor(Date.now() / 1000)
  const startedAtMs = clock.ms()
  const began = performance.now()
  const made = { delivery, url, firstSentAt, signedAt, startedAtMs }
  if (item === undefined) return { ...made, durationMs: 0, signatures: UNSIGNED, came: undefined }
  const body = envelope(notificationOf(delivery, firstSentAt), item)
  const of = { notificationId: delivery.notification_id, signedAt }
  const signatures = sign(body, { ...of, secrets })
  const headers = headersOf(of, signatures)
  const message = { url, method: 'POST', headers, body, timeoutMs: patienceMs } as const
  const came = await sentOrNot(outbound, message)
  return { ...made, durationMs: Math.round(performance.now() - began), signatures, came }
}

async function sentOrNot(outbound: Outbound, message: Message): Promise<Reply | string> {
  try {
    return await outbound.send(message)
  } catch (error) {
    return error instanceof EgressError ? error.message : 'The request could not be made'
  }
}

const notificationOf = (delivery: Claimed, firstSentAt: number) => ({
  workspaceId: delivery.workspace_id,
  notificationId: delivery.notification_id,
  topic: delivery.topic,
  happenedAt: delivery.happened_at,
  firstSentAt,
  attempt: delivery.attempts + 1,
})
