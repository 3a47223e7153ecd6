import { SubscriptionType, SubscriptionTypeList } from '../models/subscription-type.ts'
import { family } from '../operation.ts'
import { IdInput, model, oneOf } from '../schema.ts'

export const AttachSubscriptionRequest = model('attach_subscription_request', {
  id: IdInput(),
  consent_type: oneOf('opt_in', 'opt_out'),
})

export const subscriptionTypes = family({
  list: {
    method: 'GET',
    path: '/subscription_types',
    scope: 'read_subscriptions',
    summary: 'All subscription types',
    answer: SubscriptionTypeList,
  },
  listForContact: {
    method: 'GET',
    path: '/contacts/{contact_id}/subscriptions',
    scope: 'read_subscriptions',
    summary: 'What a contact chose',
    answer: SubscriptionTypeList,
  },
  attachToContact: {
    method: 'POST',
    path: '/contacts/{contact_id}/subscriptions',
    scope: 'write_subscriptions',
    summary: "Record a contact's choice",
    body: AttachSubscriptionRequest,
    answer: SubscriptionType,
  },
  detachFromContact: {
    method: 'DELETE',
    path: '/contacts/{contact_id}/subscriptions/{id}',
    scope: 'write_subscriptions',
    summary: "Forget a contact's choice",
    answer: SubscriptionType,
  },
})
