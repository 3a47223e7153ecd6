import type { WebhookAttempt, WebhookDelivery } from '@guichet/contract/models/webhook.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AttemptRow, DeliveryRow } from './delivery.sql.ts'
import { headersOf } from './envelope.ts'

export type DeliveryView = Static<typeof WebhookDelivery>

export const viewDelivery = (row: DeliveryRow): DeliveryView => ({
  type: 'webhook_delivery',
  id: String(row.id),
  app_id: String(row.registration_id),
  notification_id: row.notification_id,
  topic: row.topic,
  sequence: row.sequence,
  object_type: row.object_type,
  object_id: row.object_id,
  version: row.version,
  status: row.status,
  reason: row.reason,
  attempts: row.attempts,
  replay: row.replay,
  created_at: row.created_at,
  first_sent_at: row.first_sent_at,
  next_attempt_at: row.status === 'pending' ? Math.max(row.due_at, row.created_at) : null,
  finished_at: row.finished_at,
})

export const viewAttempt = (
  { notification_id }: DeliveryRow,
  row: AttemptRow,
): Static<typeof WebhookAttempt> => ({
  type: 'webhook_attempt',
  number: row.number,
  started_at_ms: row.started_at_ms,
  duration_ms: row.duration_ms,
  request: {
    method: 'POST',
    url: row.url,
    headers: headersOf(
      { notificationId: notification_id, signedAt: row.signed_at },
      { hub: row.hub_signature, standard: row.standard_signature },
    ),
  },
  response:
    row.status === null
      ? null
      : {
          status: row.status,
          headers: headersIn(row.response_headers),
          body: row.response_body ?? '',
        },
  error: row.error,
})

const headersIn = (kept: unknown): Record<string, unknown> =>
  typeof kept === 'object' && kept !== null ? { ...kept } : {}
