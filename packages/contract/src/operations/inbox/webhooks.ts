import { WebhookPolicy } from '../../models/app-registration.ts'
import {
  DeliveryStatistics,
  DeliveryStatus,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookDeliveryList,
  WebhookReplay,
  WebhookTopicList,
} from '../../models/webhook.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, optional, Type } from '../../schema.ts'

const scope = 'manage_apps'

export const SetWebhookRequest = model('set_webhook_request', {
  url: Type.String(),
  topics: Type.Array(Type.String()),
  policy: optional(WebhookPolicy),
  ordered: optional(Type.Boolean()),
  concurrency: optional(Type.Integer()),
})

/** Which events or deliveries are meant; all where nothing is said. */
const which = {
  topic: optional(Type.String()),
  object_type: optional(Type.String()),
  object_id: optional(IdInput()),
  since: optional(IntegerInput()),
  until: optional(IntegerInput()),
}

export const ReplayRequest = model('webhook_replay_request', {
  app_id: IdInput(),
  ...which,
  /** One event, by its place in the log. */
  sequence: optional(IntegerInput()),
  /** Only events after this place in the log, to go on where a replay stopped. */
  after: optional(IntegerInput()),
})

export const DeliveryQuery = Type.Object({
  app_id: optional(IdInput()),
  ...which,
  status: optional(DeliveryStatus),
  notification_id: optional(Type.String()),
  /** The id of the last delivery of the page before. */
  before: optional(IdInput()),
  per_page: optional(IntegerInput()),
})

/** Where apps are told what happens, what they were told, and telling it again. */
export const webhooks = family({
  topics: {
    method: 'GET',
    path: '/app/api/webhooks/topics',
    scope,
    summary: 'Every topic an app may subscribe to',
    answer: WebhookTopicList,
  },
  find: {
    method: 'GET',
    path: '/app/api/apps/{id}/webhook',
    scope,
    summary: 'Where an app is told what happens',
    answer: Webhook,
  },
  set: {
    method: 'PUT',
    path: '/app/api/apps/{id}/webhook',
    scope,
    summary: 'Say where an app is told of which topics; the address has to answer a HEAD request',
    body: SetWebhookRequest,
    answer: Webhook,
  },
  remove: {
    method: 'DELETE',
    path: '/app/api/apps/{id}/webhook',
    scope,
    summary: 'Tell an app nothing any more',
    answer: Webhook,
  },
  setLive: {
    method: 'POST',
    path: '/app/api/apps/{id}/webhook/live',
    scope,
    summary: 'Send again to an endpoint that was disabled, suspended, paused or throttled',
    answer: Webhook,
  },
  test: {
    method: 'POST',
    path: '/app/api/apps/{id}/webhook/test',
    scope,
    summary: 'Send a test request',
    status: 202,
    answer: WebhookDelivery,
  },
  deliveries: {
    method: 'GET',
    path: '/app/api/webhooks/deliveries',
    scope,
    summary: 'What apps were told, the newest first',
    query: DeliveryQuery,
    answer: WebhookDeliveryList,
  },
  statistics: {
    method: 'GET',
    path: '/app/api/webhooks/statistics',
    scope,
    summary: 'How many deliveries there were in each hour of the last day',
    answer: DeliveryStatistics,
  },
  delivery: {
    method: 'GET',
    path: '/app/api/webhooks/deliveries/{id}',
    scope,
    summary: 'A delivery, with each attempt',
    answer: WebhookDeliveryDetails,
  },
  replayOne: {
    method: 'POST',
    path: '/app/api/webhooks/deliveries/{id}/replay',
    scope,
    summary: 'Make a delivery again',
    status: 202,
    answer: WebhookDelivery,
  },
  replay: {
    method: 'POST',
    path: '/app/api/webhooks/replays',
    scope,
    summary: 'Tell an app again what happened, by topic, object, time or place in the log',
    body: ReplayRequest,
    status: 202,
    answer: WebhookReplay,
  },
})
