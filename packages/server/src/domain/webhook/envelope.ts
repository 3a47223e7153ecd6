import { createHmac } from 'node:crypto'

/** What a notification is told as, item aside. Times are seconds since the epoch. */
export interface Notification {
  /** The short code of the workspace: on the wire, an app's own id. */
  workspaceId: string
  notificationId: string
  topic: string
  happenedAt: number
  firstSentAt: number
  /** Which attempt it is, from 1. */
  attempt: number
}

/** The body of a request, byte for byte: `item` is JSON, written at the version of the app. */
export function envelope(of: Notification, item: string): string {
  if (of.topic === 'ping') return pingEnvelope(of)
  const head = {
    ...{ type: 'notification_event', id: of.notificationId, app_id: of.workspaceId, topic: of.topic },
    ...{ created_at: of.happenedAt, first_sent_at: of.firstSentAt, delivery_attempts: of.attempt },
    ...{ delivery_status: 'pending', delivered_at: 0, self: null, links: {} },
  }
  return `${JSON.stringify(head).slice(0, -1)},"data":{"type":"notification_event_data","item":${item}}}`
}

/** A test request has no id, and is printed for people: whoever checks its signature has to hash the bytes as they come. */
const pingEnvelope = (of: Notification): string =>
  JSON.stringify(
    {
      ...{ type: 'notification_event', id: null, app_id: of.workspaceId, topic: of.topic },
      ...{ created_at: of.happenedAt, first_sent_at: of.firstSentAt, delivery_attempts: of.attempt },
      ...{ delivery_status: null, delivered_at: 0, self: null, links: {} },
      data: {
        type: 'notification_event_data',
        item: { type: 'ping', message: 'something something interzen' },
      },
    },
    null,
    2,
  )

export interface Signatures {
  hub: string
  standard: string
}

/**
 * Signs the bytes of a body. The first secret signs as Intercom does; the Standard Webhooks convention has a place for the
 * signatures of all that are live.
 */
export function sign(
  body: string,
  { notificationId, signedAt, secrets }: { notificationId: string; signedAt: number; secrets: string[] },
): Signatures {
  const [first = ''] = secrets
  const signed = `${notificationId}.${signedAt}.${body}`
  const each = (secret: string) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`
  return {
    hub: `sha1=${createHmac('sha1', first).update(body).digest('hex')}`,
    standard: secrets.map(each).join(' '),
  }
}

/** The headers of a request, as Intercom sends them and as the convention names them. */
export const headersOf = (
  { notificationId, signedAt }: { notificationId: string; signedAt: number },
  { hub, standard }: Signatures,
): Record<string, string> => ({
  'Content-Type': 'application/json',
  Accept: 'application/json',
  'User-Agent': 'intercom-parrot-service-client/1.0',
  'X-Hub-Signature': hub,
  'webhook-id': notificationId,
  'webhook-timestamp': String(signedAt),
  'webhook-signature': standard,
})
