import { webhooks } from '@guichet/contract/operations/inbox/webhooks.ts'
import {
  countByHour,
  findDelivery,
  findWebhook,
  listDeliveries,
  listTopics,
  probeWebhook,
  probeWebhookOf,
  removeWebhook,
  replayDelivery,
  replayEvents,
  setWebhook,
  setWebhookLive,
  testWebhook,
} from '../domain/webhook/index.ts'
import { handlers } from './handlers.ts'

export const webhookRoutes = handlers(
  webhooks,
  {
    topics: async ({ actor }) => listTopics(actor),
    find: ({ tx, actor, params }) => findWebhook(tx, actor, params.id),
    set: ({ tx, actor, params, body, secrets }) =>
      setWebhook(tx, actor, { id: params.id, request: body, secrets }),
    remove: ({ tx, actor, params }) => removeWebhook(tx, actor, params.id),
    setLive: ({ tx, actor, params }) => setWebhookLive(tx, actor, params.id),
    test: ({ tx, actor, params }) => testWebhook(tx, actor, params.id),
    deliveries: ({ tx, actor, query }) => listDeliveries(tx, actor, query),
    statistics: ({ tx, actor }) => countByHour(tx, actor),
    delivery: ({ tx, actor, params }) => findDelivery(tx, actor, params.id),
    replayOne: ({ tx, actor, params }) => replayDelivery(tx, actor, params.id),
    replay: ({ tx, actor, body }) => replayEvents(tx, actor, body),
  },
  {
    set: ({ database, actor, params, body, outbound }) =>
      probeWebhook(database.read, actor, outbound, { id: params.id, request: body }),
    setLive: ({ database, actor, params, outbound }) =>
      probeWebhookOf(database.read, actor, outbound, params.id),
  },
)
