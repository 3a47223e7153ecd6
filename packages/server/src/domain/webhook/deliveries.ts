import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type {
  DeliveryStatistics,
  WebhookDeliveryDetails,
  WebhookDeliveryList,
} from '@guichet/contract/models/webhook.ts'
import type { DeliveryQuery } from '@guichet/contract/operations/inbox/webhooks.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId, numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayManageApps, ownedApps, requireRegistration } from '../app/index.ts'
import {
  countDeliveries,
  type DeliveryRow,
  selectAttempts,
  selectDeliveries,
  selectDelivery,
  selectItem,
} from './delivery.sql.ts'
import { viewAttempt, viewDelivery } from './delivery.view.ts'
import { envelope } from './envelope.ts'

const MOST = 150

/** What the workspace's own apps were told of it, the newest first. */
export async function listDeliveries(
  tx: Tx,
  actor: Actor,
  query: Static<typeof DeliveryQuery>,
): Promise<Static<typeof WebhookDeliveryList>> {
  mayManageApps(actor)
  const { app_id, before, per_page = 20, ...filter } = query
  if (per_page < 1 || per_page > MOST) throw invalid(`per_page must be from 1 to ${MOST}`, 'per_page')
  if (before !== undefined && numericId(before) === undefined) throw invalid('before is no id', 'before')
  const apps =
    app_id === undefined ? await ownedApps(tx, actor) : [await requireRegistration(tx, actor, app_id)]
  const rows = await selectDeliveries(tx, {
    workspaceId: actor.workspace.id,
    apps: apps.map(({ id }) => id),
    filter: { ...filter, before: before === undefined ? undefined : numericId(before) },
    limit: per_page + 1,
  })
  const page = rows.slice(0, per_page)
  const next = rows.length > per_page ? String(page.at(-1)?.id) : null
  return { type: 'list', data: page.map(viewDelivery), next }
}

const HOUR = 3600
const HOURS = 24

/** How many deliveries there were in each of the last hours, the one under way last. */
export async function countByHour(tx: Tx, actor: Actor): Promise<Static<typeof DeliveryStatistics>> {
  mayManageApps(actor)
  const first = Math.floor(actor.now / HOUR) - HOURS + 1
  const rows = await countDeliveries(tx, {
    ...{ workspaceId: actor.workspace.id, since: first * HOUR, step: HOUR },
    apps: (await ownedApps(tx, actor)).map(({ id }) => id),
  })
  const counted = (hour: number, ...statuses: string[]) =>
    rows
      .filter(row => row.stretch === hour && statuses.includes(row.status))
      .reduce((sum, row) => sum + row.count, 0)
  const data = Array.from({ length: HOURS }, (_, at) => first + at).map(hour => ({
    at: hour * HOUR,
    delivered: counted(hour, 'delivered'),
    pending: counted(hour, 'pending'),
    failed: counted(hour, 'failed', 'dropped'),
  }))
  return { type: 'webhook_delivery_statistics', step: HOUR, data }
}

/** A delivery with every attempt, and the body that was sent. */
export async function findDelivery(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof WebhookDeliveryDetails>> {
  mayManageApps(actor)
  const row = await requireDelivery(tx, actor, id)
  const attempts = await selectAttempts(tx, actor.workspace.id, row.id)
  return {
    ...viewDelivery(row),
    body: await bodyOf(tx, row),
    history: attempts.map(attempt => viewAttempt(row, attempt)),
  }
}

export async function requireDelivery(tx: Tx, actor: Actor, id: string): Promise<DeliveryRow> {
  const apps = (await ownedApps(tx, actor)).map(app => app.id)
  const row = await byNumericId(id, key => selectDelivery(tx, actor.workspace.id, apps, key))
  if (!row) throw problem(errors.deliveryNotFound)
  return row
}

/** The body as the last attempt had it: what differs between attempts is told by the delivery. */
async function bodyOf(tx: Tx, row: DeliveryRow): Promise<string | null> {
  if (row.first_sent_at === null || row.attempts === 0) return null
  const kept =
    row.sequence === null ? undefined : await selectItem(tx, row.workspace_id, row.sequence, row.version)
  if (row.sequence !== null && !kept) return null
  const of = {
    ...{ workspaceId: row.workspace_id, notificationId: row.notification_id, topic: row.topic },
    ...{ happenedAt: row.happened_at, firstSentAt: row.first_sent_at, attempt: row.attempts },
  }
  return envelope(of, kept?.item ?? '')
}
