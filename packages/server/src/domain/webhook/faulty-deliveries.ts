import type { Tx } from '../../db/database.ts'
import { drawFaults } from '../sandbox/index.ts'
import type { Planned, Subscription } from './plan.sql.ts'

interface Told {
  app: Pick<Subscription, 'ahead' | 'faulty'>
  delivery: Planned
}

/** How long a notification is held back that is to come after later ones, in seconds of its sandbox. */
const HELD_BACK = 5

const KINDS = ['webhook_duplicate', 'webhook_reorder'] as const

/**
 * What goes wrong with deliveries of sandboxes, by the faults that are switched on there: one that is struck is made twice, under
 * one id, or held back so that what happens in the meantime comes before it, whether its app has asked for order or not.
 */
export async function faultyDeliveries(tx: Tx, told: Told[]): Promise<Planned[]> {
  const deliveries: Planned[] = []
  for (const { app, delivery } of told) {
    const { workspace_id: workspaceId, topic, created_at: now } = delivery
    const drawn = app.faulty ? await drawFaults(tx, { workspaceId, now }, { kinds: KINDS, route: topic }) : []
    const strikes = (kind: (typeof KINDS)[number]): boolean => drawn.some(each => each.kind === kind)
    const made = strikes('webhook_reorder')
      ? { ...delivery, ordered: false, due_at: now + app.ahead + HELD_BACK }
      : delivery
    deliveries.push(made)
    // There is one of each event that is no replay.
    if (strikes('webhook_duplicate')) deliveries.push({ ...made, replay: true })
  }
  return deliveries
}
