import { model, oneOf, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const Translation = model('translation', {
  name: Type.String(),
  description: Type.String(),
  locale: Type.String(),
})

export const SubscriptionType = model('subscription_type', {
  type: Type.Literal('subscription'),
  id: Type.String(),
  state: oneOf('live', 'draft', 'archived'),
  default_translation: Translation,
  translations: Type.Array(Translation),
  consent_type: oneOf('opt_out', 'opt_in'),
  content_types: Type.Array(oneOf('email', 'sms_message')),
})

export const SubscriptionTypeList = listOf('subscription_type_list', SubscriptionType)
