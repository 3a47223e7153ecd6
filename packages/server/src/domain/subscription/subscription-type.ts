import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadSubscriptions } from './subscription.policy.ts'
import { selectTypes } from './subscription.sql.ts'
import { type SubscriptionTypeView, viewSubscriptionType } from './subscription.view.ts'

/** Every kind of message a contact can subscribe to. */
export async function listSubscriptionTypes(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: SubscriptionTypeView[] }> {
  mayReadSubscriptions(actor)
  const rows = await selectTypes(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(viewSubscriptionType) }
}
