export { countByHour, findDelivery, listDeliveries } from './deliveries.ts'
export { countDue, deleteOld } from './delivery.sql.ts'
export { envelope, headersOf, type Notification, type Signatures, sign } from './envelope.ts'
export { planDeliveries } from './plan.ts'
export { replayDelivery, replayEvents, testWebhook } from './replay.ts'
export { WEBHOOK_CHANNEL } from './subscription.sql.ts'
export {
  findWebhook,
  listTopics,
  probeWebhook,
  probeWebhookOf,
  removeWebhook,
  setWebhook,
  setWebhookLive,
} from './subscription.ts'
