import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

const columns = [
  'subscription_types.id',
  'subscription_types.state',
  'subscription_types.consent_type',
  'subscription_types.default_translation',
  'subscription_types.translations',
  'subscription_types.content_types',
] as const

export const selectTypes = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('subscription_types')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()

export type SubscriptionTypeRow = Awaited<ReturnType<typeof selectTypes>>[number]

export const selectType = (
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<SubscriptionTypeRow | undefined> =>
  tx
    .selectFrom('subscription_types')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The types a contact chose about, the latest choice first. */
export const selectChosen = (
  tx: Tx,
  workspaceId: string,
  contactId: string,
): Promise<SubscriptionTypeRow[]> =>
  tx
    .selectFrom('contact_subscriptions')
    .innerJoin('subscription_types', join =>
      join
        .onRef('subscription_types.workspace_id', '=', 'contact_subscriptions.workspace_id')
        .onRef('subscription_types.id', '=', 'contact_subscriptions.subscription_type_id'),
    )
    .select(columns)
    .where('contact_subscriptions.workspace_id', '=', workspaceId)
    .where('contact_subscriptions.contact_id', '=', contactId)
    .orderBy('contact_subscriptions.created_at', 'desc')
    .orderBy('subscription_types.id', 'desc')
    .execute()

/** Whether the choice was not made before. */
export async function insertChoice(
  tx: Tx,
  actor: Actor,
  contactId: string,
  { id, consent_type }: SubscriptionTypeRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('contact_subscriptions')
    .values({
      ...{ workspace_id: actor.workspace.id, contact_id: contactId, subscription_type_id: id },
      ...{ consent_type, created_at: actor.now },
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether there was a choice. */
export async function deleteChoice(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('contact_subscriptions')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('subscription_type_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
