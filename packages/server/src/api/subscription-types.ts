import { subscriptionTypes } from '@guichet/contract/operations/subscription-types.ts'
import {
  chooseSubscription,
  forgetChoice,
  listChoices,
  listSubscriptionTypes,
} from '../domain/subscription/index.ts'
import { handlers } from './handlers.ts'

export const subscriptionTypeRoutes = handlers(subscriptionTypes, {
  list: ({ tx, actor }) => listSubscriptionTypes(tx, actor),
  listForContact: ({ tx, actor, params }) => listChoices(tx, actor, params.contact_id),
  attachToContact: ({ tx, actor, params, body }) =>
    chooseSubscription(tx, actor, {
      contactId: params.contact_id,
      typeId: body.id,
      consentType: body.consent_type,
    }),
  detachFromContact: ({ tx, actor, params }) =>
    forgetChoice(tx, actor, { contactId: params.contact_id, typeId: params.id }),
})
