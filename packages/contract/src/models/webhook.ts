import { Dictionary, model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { WebhookPolicy } from './app-registration.ts'
import { listOf } from './list.ts'

/** Whether an endpoint is sent anything: `disabled` by its own 410, `suspended` after a week of errors, `none` without an address. */
export const WebhookState = oneOf('none', 'live', 'disabled', 'suspended')

/** Where an app is told what happens, and how that goes. Not one of the original's objects, as none here is. */
export const Webhook = model('webhook', {
  type: Type.Literal('webhook'),
  app_id: Type.String(),
  url: nullable(Type.String()),
  topics: Type.Array(Type.String()),
  policy: WebhookPolicy,
  /** Whether what happens to one object is told strictly one after the other. */
  ordered: Type.Boolean(),
  concurrency: Type.Integer(),
  state: WebhookState,
  /** Errors in a row, and since when there have been nothing but errors. */
  consecutive_errors: Type.Integer(),
  failing_since: nullable(Timestamp()),
  /** Until when nothing is sent: notifications are dropped while it is paused, and wait while it is throttled. */
  paused_until: nullable(Timestamp()),
  throttled_until: nullable(Timestamp()),
})

export const WebhookTopic = model('webhook_topic', {
  type: Type.Literal('webhook_topic'),
  name: Type.String(),
  /** The permission an app needs to hear of it. */
  scope: nullable(Type.String()),
  /** The first version that has it; null where all have. */
  since: nullable(Type.String()),
})

export const WebhookTopicList = listOf('webhook_topic_list', WebhookTopic)

export const DeliveryStatus = oneOf('pending', 'delivered', 'failed', 'dropped')

const delivery = {
  type: Type.Literal('webhook_delivery'),
  id: Type.String(),
  app_id: Type.String(),
  /** The same for every attempt to tell of an event, replays included. */
  notification_id: Type.String(),
  topic: Type.String(),
  /** The event's place in the workspace's log; null for a test. */
  sequence: nullable(Type.Integer()),
  object_type: nullable(Type.String()),
  object_id: nullable(Type.String()),
  version: Type.String(),
  status: DeliveryStatus,
  /** Why it failed or was dropped, in a word. */
  reason: nullable(Type.String()),
  attempts: Type.Integer(),
  replay: Type.Boolean(),
  created_at: Timestamp(),
  first_sent_at: nullable(Timestamp()),
  next_attempt_at: nullable(Timestamp()),
  finished_at: nullable(Timestamp()),
}

export const WebhookDelivery = model('webhook_delivery', delivery)

export const WebhookDeliveryList = model('webhook_delivery_list', {
  type: Type.Literal('list'),
  data: Type.Array(WebhookDelivery),
  /** What `before` takes for the next page; null on the last. */
  next: nullable(Type.String()),
})

/** How many deliveries were begun in a stretch of time, by what became of them. */
export const DeliveryCount = model('webhook_delivery_count', {
  at: Type.Integer(),
  delivered: Type.Integer(),
  pending: Type.Integer(),
  /** Failed, or dropped. */
  failed: Type.Integer(),
})

export const DeliveryStatistics = model('webhook_delivery_statistics', {
  type: Type.Literal('webhook_delivery_statistics'),
  /** The length of a stretch in seconds; those without a delivery are there too. */
  step: Type.Integer(),
  data: Type.Array(DeliveryCount),
})

export const WebhookAttempt = model('webhook_attempt', {
  type: Type.Literal('webhook_attempt'),
  number: Type.Integer(),
  started_at_ms: Type.Integer(),
  duration_ms: Type.Integer(),
  request: Type.Object({ method: Type.String(), url: Type.String(), headers: Dictionary() }),
  /** Null where nothing came back. */
  response: nullable(Type.Object({ status: Type.Integer(), headers: Dictionary(), body: Type.String() })),
  error: nullable(Type.String()),
})

/** A delivery with all that is known of it. */
export const WebhookDeliveryDetails = model('webhook_delivery_details', {
  ...delivery,
  /** The body as the last attempt sent it, or as the first will; null where the event is not kept any more. */
  body: nullable(Type.String()),
  history: Type.Array(WebhookAttempt),
})

export const WebhookReplay = model('webhook_replay', {
  type: Type.Literal('webhook_replay'),
  /** How many events will be told again. */
  count: Type.Integer(),
  /** Where to go on when there were more than are replayed at once: the sequence of the last. */
  reached: optional(Type.Integer()),
})
