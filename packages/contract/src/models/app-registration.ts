import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** How deliveries that fail are tried again: as Intercom does, or for three days. */
export const WebhookPolicy = oneOf('intercom', 'durable')

/** An app as its owner describes it. Not one of the original's objects. */
export const AppRegistration = model('app_registration', {
  type: Type.Literal('app'),
  id: Type.String(),
  name: Type.String(),
  client_id: Type.String(),
  redirect_urls: Type.Array(Type.String()),
  /** Permissions by name, or `all`. */
  scopes: Type.Array(Type.String()),
  /** The version of its calls and of what it is sent; null is the newest that is stable. */
  api_version: nullable(Type.String()),
  uninstall_url: nullable(Type.String()),
  webhook_url: nullable(Type.String()),
  webhook_topics: Type.Array(Type.String()),
  webhook_policy: WebhookPolicy,
  webhook_ordered: Type.Boolean(),
  webhook_concurrency: Type.Integer(),
  /** Whether the workspace that owns it has it installed. */
  installed: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const AppRegistrationList = listOf('app_registration_list', AppRegistration)

/** What an app proves itself with, and what it checks signatures with. */
export const AppSecrets = model('app_secrets', {
  type: Type.Literal('app_secrets'),
  client_id: Type.String(),
  /** Those that are live: the first signs. */
  client_secrets: Type.Array(Type.String()),
  /** The same secrets as the Standard Webhooks convention writes them. */
  webhook_secrets: Type.Array(Type.String()),
})
