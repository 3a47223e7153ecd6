export { chooseSubscription, forgetChoice, listChoices } from './choice.ts'
export type { SubscriptionTypeView } from './subscription.view.ts'
export { listSubscriptionTypes } from './subscription-type.ts'
