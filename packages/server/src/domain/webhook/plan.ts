import type { Tx } from '../../db/database.ts'
import { type LoggedEvent, notificationId, type Stretch } from '../../events/logged-event.ts'
import { readStretches } from '../../events/read-events.sql.ts'
import { mayHear, versionOf } from '../app/index.ts'
import { faultyDeliveries } from './faulty-deliveries.ts'
import { insertDeliveries, type Planned, type Subscription, selectSubscriptions } from './plan.sql.ts'

/**
 * Plans who is told of events, in the transaction that gives them their place in the log: each is planned once for each app
 * that has subscribed to it. Needs the unguarded lane, for events are of many workspaces.
 */
export async function planDeliveries(tx: Tx, stretches: Stretch[]): Promise<void> {
  const subscriptions = await selectSubscriptions(
    tx,
    stretches.map(({ workspaceId }) => workspaceId),
  )
  if (subscriptions.length === 0) return
  const within = Map.groupBy(subscriptions, each => each.workspace_id)
  const events = await readStretches(
    tx,
    stretches.filter(({ workspaceId }) => within.has(workspaceId)),
    new Set(subscriptions.flatMap(each => each.webhook_topics)),
  )
  const told = events.flatMap(event =>
    (within.get(event.workspaceId) ?? [])
      .filter(app => app.webhook_topics.includes(event.topic) && mayHear(event.topic, app))
      .map(app => ({ app, delivery: planned(event, app) })),
  )
  const faulty = subscriptions.some(app => app.faulty)
  await insertDeliveries(tx, faulty ? await faultyDeliveries(tx, told) : told.map(({ delivery }) => delivery))
}

/** A delivery of an event to an app. */
export const planned = (
  event: LoggedEvent,
  app: Pick<Subscription, 'registration_id' | 'api_version' | 'webhook_ordered'>,
): Planned => ({
  workspace_id: event.workspaceId,
  registration_id: app.registration_id,
  sequence: event.sequence,
  event_id: event.id,
  notification_id: notificationId(event),
  topic: event.topic,
  object_type: event.object.type,
  object_id: event.object.id,
  version: versionOf(app),
  happened_at: event.createdAt,
  ordered: app.webhook_ordered,
  replay: false,
  first_sent_at: null,
  created_at: event.createdAt,
})
