export { chooseSubscription, forgetChoice, listChoices } from './choice.ts'
export { listSubscriptionTypes } from './subscription-type.ts'
