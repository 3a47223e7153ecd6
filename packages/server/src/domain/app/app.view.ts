import type { AppRegistration, AppSecrets } from '@guichet/contract/models/app-registration.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { RegistrationRow } from './app.sql.ts'
import type { ClientSecrets } from './client-secret.ts'
import { standardSecret } from './standard-secret.ts'

export type AppView = Static<typeof AppRegistration>

export const viewApp = (row: RegistrationRow, installed: boolean): AppView => ({
  type: 'app',
  id: String(row.id),
  name: row.name,
  client_id: row.client_id,
  redirect_urls: row.redirect_urls,
  scopes: row.scopes,
  api_version: row.api_version,
  uninstall_url: row.uninstall_url,
  webhook_url: row.webhook_url,
  webhook_topics: row.webhook_topics,
  webhook_policy: row.webhook_policy === 'durable' ? 'durable' : 'intercom',
  webhook_ordered: row.webhook_ordered,
  webhook_concurrency: row.webhook_concurrency,
  installed,
  created_at: row.created_at,
  updated_at: row.updated_at,
})

export const viewSecrets = (row: RegistrationRow, secrets: ClientSecrets): Static<typeof AppSecrets> => {
  const live = secrets.filter(secret => secret !== undefined)
  return {
    type: 'app_secrets',
    client_id: row.client_id,
    client_secrets: live,
    webhook_secrets: live.map(standardSecret),
  }
}
