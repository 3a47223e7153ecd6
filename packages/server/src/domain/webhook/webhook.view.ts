import type { Webhook } from '@guichet/contract/models/webhook.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { RegistrationRow } from '../app/index.ts'
import type { EndpointRow } from './subscription.sql.ts'

export const viewWebhook = (
  app: RegistrationRow,
  endpoint: EndpointRow | undefined,
): Static<typeof Webhook> => ({
  type: 'webhook',
  app_id: String(app.id),
  url: app.webhook_url,
  topics: app.webhook_topics,
  policy: app.webhook_policy === 'durable' ? 'durable' : 'intercom',
  ordered: app.webhook_ordered,
  concurrency: app.webhook_concurrency,
  state: app.webhook_url === null ? 'none' : stateOf(endpoint),
  consecutive_errors: endpoint?.errors ?? 0,
  failing_since: endpoint?.failing_since ?? null,
  paused_until: endpoint?.paused_until ?? null,
  throttled_until: endpoint?.throttled_until ?? null,
})

function stateOf(endpoint: EndpointRow | undefined) {
  if (endpoint?.state === 'disabled') return 'disabled'
  return endpoint?.state === 'suspended' ? 'suspended' : 'live'
}
