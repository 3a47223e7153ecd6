import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { TopicName } from '@guichet/contract/topics.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireContact } from '../contact/index.ts'
import { mayReadSubscriptions, mayWriteSubscriptions } from './subscription.policy.ts'
import {
  deleteChoice,
  insertChoice,
  type SubscriptionTypeRow,
  selectChosen,
  selectType,
} from './subscription.sql.ts'
import { type SubscriptionTypeView, viewSubscriptionType } from './subscription.view.ts'

export interface Choice {
  contactId: string
  typeId: string
}

/** What a contact chose itself, opting in or out; what holds by default is not told. 404 for no such contact. */
export async function listChoices(
  tx: Tx,
  actor: Actor,
  contactId: string,
): Promise<{ type: 'list'; data: SubscriptionTypeView[] }> {
  mayReadSubscriptions(actor)
  const { id } = await requireContact(tx, actor, contactId)
  const rows = await selectChosen(tx, actor.workspace.id, id)
  return { type: 'list', data: rows.map(viewSubscriptionType) }
}

/** Records that a contact opted into a type of the kind `opt_in`, or out of one of the kind `opt_out`. */
export async function chooseSubscription(
  tx: Tx,
  actor: Actor,
  choice: Choice & { consentType: string },
): Promise<SubscriptionTypeView> {
  mayWriteSubscriptions(actor)
  const { contact, type } = await requireBoth(tx, actor, choice)
  if (choice.consentType !== type.consent_type)
    throw invalid(`consent_type must be ${type.consent_type} for this subscription type`, 'consent_type')
  const changed = await insertChoice(tx, actor, contact.id, type)
  if (changed)
    await append(
      tx,
      actor,
      type.consent_type === 'opt_in' ? subscribed(contact, type) : unsubscribed(contact, type),
    )
  return viewSubscriptionType(type)
}

/** Forgets what a contact chose, so that the type's default holds again. */
export async function forgetChoice(tx: Tx, actor: Actor, choice: Choice): Promise<SubscriptionTypeView> {
  mayWriteSubscriptions(actor)
  const { contact, type } = await requireBoth(tx, actor, choice)
  const changed = await deleteChoice(tx, actor.workspace.id, contact.id, type.id)
  if (changed)
    await append(
      tx,
      actor,
      type.consent_type === 'opt_in' ? unsubscribed(contact, type) : subscribed(contact, type),
    )
  return viewSubscriptionType(type)
}

async function requireBoth(tx: Tx, actor: Actor, { contactId, typeId }: Choice) {
  const contact = await requireContact(tx, actor, contactId)
  const type = await byNumericId(typeId, key => selectType(tx, actor.workspace.id, key))
  if (!type) throw problem(errors.notFound)
  return { contact, type }
}

const happened = (topic: TopicName, contact: { id: string }, type: SubscriptionTypeRow): Happening => ({
  topic,
  object: { type: 'contact', id: contact.id },
  payload: { subscription_type_id: String(type.id) },
})

const subscribed = (contact: { id: string }, type: SubscriptionTypeRow) =>
  happened('granular.subscribe', contact, type)

const unsubscribed = (contact: { id: string }, type: SubscriptionTypeRow) =>
  happened('granular.unsubscribe', contact, type)
