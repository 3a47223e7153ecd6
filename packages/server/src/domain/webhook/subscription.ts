import { errors, problem } from '@guichet/contract/errors.ts'
import type { Webhook, WebhookTopic } from '@guichet/contract/models/webhook.ts'
import type { SetWebhookRequest } from '@guichet/contract/operations/inbox/webhooks.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { topics } from '@guichet/contract/topics.ts'
import type { Tx } from '../../db/database.ts'
import { EgressError } from '../../egress/egress-error.ts'
import type { Outbound } from '../../egress/outbound.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import {
  changeWebhook,
  checkTopics,
  clientSecrets,
  mayManageApps,
  type RegistrationRow,
  requireRegistration,
} from '../app/index.ts'
import { deleteEndpoint, selectEndpoint, tellDeliverers } from './subscription.sql.ts'
import { viewWebhook } from './webhook.view.ts'

type WebhookView = Static<typeof Webhook>

const MOST_AT_ONCE = 100
const LONGEST_URL = 2048
const PATIENCE_MS = 5000

/** Every topic an app may be told of. A ping is sent to whoever asks for it, and not subscribed to. */
export function listTopics(actor: Actor): { type: 'list'; data: Static<typeof WebhookTopic>[] } {
  mayManageApps(actor)
  const all: [string, { scope: string | null; since?: string }][] = Object.entries(topics)
  const data = all
    .filter(([name]) => name !== 'ping')
    .map(([name, { scope, since = null }]) => ({ type: 'webhook_topic' as const, name, scope, since }))
  return { type: 'list', data }
}

export async function findWebhook(tx: Tx, actor: Actor, id: string): Promise<WebhookView> {
  mayManageApps(actor)
  return viewed(tx, await requireRegistration(tx, actor, id))
}

interface Wish {
  id: string
  request: Static<typeof SetWebhookRequest>
}

/**
 * Asks the address where an app wants to be told with a HEAD request, before anything is written: nothing of the database is held
 * meanwhile. 422 for one that may not be gone to or does not answer with a 2xx, and for what `setWebhook` would refuse.
 */
export async function probeWebhook(tx: Tx, actor: Actor, outbound: Outbound, wish: Wish): Promise<void> {
  await checkWish(tx, actor, wish)
  await probe(outbound, wish.request.url)
}

/** Asks the address of an app that is not told anything at the moment. */
export async function probeWebhookOf(tx: Tx, actor: Actor, outbound: Outbound, id: string): Promise<void> {
  mayManageApps(actor)
  const { webhook_url } = await requireRegistration(tx, actor, id)
  if (webhook_url === null) throw problem(errors.conflict, 'The app has no webhook')
  await probe(outbound, webhook_url)
}

async function checkWish(tx: Tx, actor: Actor, { id, request }: Wish) {
  mayManageApps(actor)
  const app = await requireRegistration(tx, actor, id)
  const wanted = [...new Set(request.topics)].filter(topic => topic !== 'ping')
  checkTopics(wanted, app)
  const { concurrency = app.webhook_concurrency } = request
  if (concurrency < 1 || concurrency > MOST_AT_ONCE)
    throw refused(`concurrency must be from 1 to ${MOST_AT_ONCE}`, 'concurrency')
  return { app, wanted, concurrency }
}

/**
 * Says where an app is told of which topics, in every workspace that has it: at an address that was asked. 422 for topics that
 * the app cannot hear of.
 */
export async function setWebhook(
  tx: Tx,
  actor: Actor,
  { secrets, ...wish }: Wish & { secrets: SecretBox },
): Promise<WebhookView> {
  const { request } = wish
  const { app, wanted, concurrency } = await checkWish(tx, actor, wish)
  await clientSecrets(tx, app.id, secrets)
  const changed = await changeWebhook(tx, actor, app.id, {
    ...{ webhook_url: request.url, webhook_topics: wanted, webhook_concurrency: concurrency },
    ...(request.policy !== undefined && { webhook_policy: request.policy }),
    ...(request.ordered !== undefined && { webhook_ordered: request.ordered }),
  })
  if (app.webhook_url !== request.url) await deleteEndpoint(tx, app.id)
  await tell(tx, actor, 'app_webhook_creation', `set the webhook of the app ${app.name} to ${request.url}`)
  await tellDeliverers(tx)
  return viewed(tx, changed)
}

/** Tells an app nothing any more. */
export async function removeWebhook(tx: Tx, actor: Actor, id: string): Promise<WebhookView> {
  mayManageApps(actor)
  const app = await requireRegistration(tx, actor, id)
  const changed = await changeWebhook(tx, actor, app.id, { webhook_url: null, webhook_topics: [] })
  await deleteEndpoint(tx, app.id)
  await tell(tx, actor, 'app_webhook_deletion', `removed the webhook of the app ${app.name}`)
  await tellDeliverers(tx)
  return viewed(tx, changed)
}

/** Sends again to an endpoint that was not sent to any more. What was dropped meanwhile can be replayed. */
export async function setWebhookLive(tx: Tx, actor: Actor, id: string): Promise<WebhookView> {
  mayManageApps(actor)
  const app = await requireRegistration(tx, actor, id)
  if (app.webhook_url === null) throw problem(errors.conflict, 'The app has no webhook')
  await deleteEndpoint(tx, app.id)
  await tellDeliverers(tx)
  return viewed(tx, app)
}

const viewed = async (tx: Tx, app: RegistrationRow): Promise<WebhookView> =>
  viewWebhook(app, await selectEndpoint(tx, app.id))

/** How many addresses are being asked: each may keep its caller waiting for long. */
let asking = 0
const MOST_ASKED = 4

async function probe(outbound: Outbound, url: string): Promise<void> {
  checkAddress(outbound, url)
  if (asking === MOST_ASKED)
    throw problem(errors.rateLimitExceeded, 'Too many webhook addresses are being checked: try again')
  asking += 1
  try {
    const { status } = await outbound.send({ url, method: 'HEAD', headers: HEADERS, timeoutMs: PATIENCE_MS })
    if (status < 200 || status > 299)
      throw refused(`The webhook URL answered a HEAD request with status ${status}`)
  } catch (error) {
    if (error instanceof EgressError) throw refused(`The webhook URL did not answer: ${error.message}`)
    throw error
  } finally {
    asking -= 1
  }
}

const HEADERS = { 'User-Agent': 'intercom-parrot-service-client/1.0', Accept: 'application/json' }

function checkAddress(outbound: Outbound, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || text.length > LONGEST_URL) throw refused('The webhook URL is no URL')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && outbound.vouchesFor(text)))
    throw refused('The webhook URL must begin with https')
  if (url.username !== '' || url.password !== '') throw refused('The webhook URL may hold no password')
}

const refused = (message: string, field = 'url') => problem(errors.appInvalid, message, field)

const tell = (
  tx: Tx,
  actor: Actor,
  type: 'app_webhook_creation' | 'app_webhook_deletion',
  what: string,
): Promise<void> => logActivity(tx, actor, { type, description: `A teammate ${what}.` })
