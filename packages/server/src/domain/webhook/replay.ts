import { errors, problem } from '@guichet/contract/errors.ts'
import type { WebhookReplay } from '@guichet/contract/models/webhook.ts'
import type { ReplayRequest } from '@guichet/contract/operations/inbox/webhooks.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { uuid } from '../../db/ids.ts'
import type { LoggedEvent } from '../../events/logged-event.ts'
import { readEvents } from '../../events/read-events.sql.ts'
import type { Actor } from '../actor.ts'
import {
  mayHear,
  mayManageApps,
  type RegistrationRow,
  requireRegistration,
  selectInstallation,
  versionOf,
} from '../app/index.ts'
import { requireDelivery } from './deliveries.ts'
import { selectDelivery } from './delivery.sql.ts'
import { type DeliveryView, viewDelivery } from './delivery.view.ts'
import { insertDeliveries, type Planned } from './plan.sql.ts'
import { planned } from './plan.ts'
import { selectFirstSent } from './replay.sql.ts'
import { tellDeliverers } from './subscription.sql.ts'

/** How many events one request tells again, and how many it looks through for them. */
const MOST_REPLAYED = 1000
const MOST_READ = 20_000
const PAGE = 1000

/** Makes a delivery again, under the same id on the wire. 409 where the app has no webhook any more. */
export async function replayDelivery(tx: Tx, actor: Actor, id: string): Promise<DeliveryView> {
  mayManageApps(actor)
  const row = await requireDelivery(tx, actor, id)
  const app = await requireWebhook(tx, actor, String(row.registration_id))
  if (row.topic === 'ping') return insertOne(tx, actor, app, pingFor(actor, app))
  return insertOne(tx, actor, app, {
    ...{ workspace_id: row.workspace_id, registration_id: row.registration_id, sequence: row.sequence },
    ...{ event_id: row.event_id, notification_id: row.notification_id, topic: row.topic },
    ...{ object_type: row.object_type, object_id: row.object_id, version: row.version },
    ...{ happened_at: row.happened_at, first_sent_at: row.first_sent_at },
    ...{ ordered: false, replay: true, created_at: actor.now },
  })
}

/** Sends an app a test request, which Intercom calls a ping. */
export async function testWebhook(tx: Tx, actor: Actor, id: string): Promise<DeliveryView> {
  mayManageApps(actor)
  const app = await requireWebhook(tx, actor, id)
  return insertOne(tx, actor, app, pingFor(actor, app))
}

/**
 * Tells an app again of events, whether it was told of them before or not: an event keeps its id. Where neither a topic nor an
 * event is named, those of its topics are meant. At most 1,000 at once; the answer says where to go on.
 */
export async function replayEvents(
  tx: Tx,
  actor: Actor,
  request: Static<typeof ReplayRequest>,
): Promise<Static<typeof WebhookReplay>> {
  mayManageApps(actor)
  const app = await requireWebhook(tx, actor, request.app_id)
  const { events, reached } = await chosen(tx, actor, app, request)
  const told = await selectFirstSent(tx, {
    ...{ workspaceId: actor.workspace.id, registrationId: app.id },
    sequences: events.map(event => event.sequence),
  })
  const as = { registration_id: app.id, api_version: app.api_version, webhook_ordered: false }
  await insertDeliveries(
    tx,
    events.map(event => ({
      ...planned(event, as),
      ...{ replay: true, first_sent_at: told.get(event.sequence) ?? null, created_at: actor.now },
    })),
  )
  if (events.length > 0) await tellDeliverers(tx)
  return { type: 'webhook_replay', count: events.length, ...(reached !== undefined && { reached }) }
}

/** The events that are meant, and where the look through the log stopped short of its end. */
async function chosen(
  tx: Tx,
  actor: Actor,
  app: RegistrationRow,
  { sequence, after, topic, object_type, object_id, since, until }: Static<typeof ReplayRequest>,
): Promise<{ events: LoggedEvent[]; reached?: number }> {
  const events: LoggedEvent[] = []
  let at = sequence === undefined ? (after ?? 0) : sequence - 1
  const wanted = (event: LoggedEvent): boolean =>
    (sequence === undefined || event.sequence === sequence) &&
    (topic === undefined ? subscribed(event) : event.topic === topic) &&
    (since === undefined || event.createdAt >= since) &&
    (until === undefined || event.createdAt <= until) &&
    mayHear(event.topic, app)
  const subscribed = (event: LoggedEvent): boolean =>
    sequence !== undefined || app.webhook_topics.includes(event.topic)
  const about = { objectType: object_type, objectId: object_id }
  for (let read = 0; read < MOST_READ; read += PAGE) {
    const page = await readEvents(tx, actor.workspace.id, at, sequence === undefined ? PAGE : 1, about)
    for (const event of page) {
      if (wanted(event)) events.push(event)
      at = event.sequence
      if (events.length === MOST_REPLAYED) return { events, reached: at }
    }
    if (page.length < PAGE) return { events }
  }
  return { events, reached: at }
}

async function requireWebhook(tx: Tx, actor: Actor, id: string): Promise<RegistrationRow> {
  const app = await requireRegistration(tx, actor, id)
  if (app.webhook_url === null) throw problem(errors.conflict, 'The app has no webhook')
  const installed = await selectInstallation(tx, actor.workspace.id, app.id)
  if (!installed) throw problem(errors.conflict, 'The app is not installed in this workspace')
  return app
}

const pingFor = (actor: Actor, app: RegistrationRow): Planned => ({
  ...{ workspace_id: actor.workspace.id, registration_id: app.id, sequence: null, event_id: null },
  ...{ notification_id: `ping_${uuid()}`, topic: 'ping', object_type: null, object_id: null },
  ...{ version: versionOf(app), happened_at: actor.now, first_sent_at: null, created_at: actor.now },
  ...{ ordered: false, replay: false },
})

async function insertOne(
  tx: Tx,
  actor: Actor,
  app: RegistrationRow,
  planned: Planned,
): Promise<DeliveryView> {
  const [id = 0] = await insertDeliveries(tx, [planned])
  await tellDeliverers(tx)
  const row = await selectDelivery(tx, actor.workspace.id, [app.id], id)
  if (!row) throw new Error('a delivery that was planned could not be read')
  return viewDelivery(row)
}
