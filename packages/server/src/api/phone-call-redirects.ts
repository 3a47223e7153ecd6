import { phoneCallRedirects } from '@guichet/contract/operations/phone-call-redirects.ts'
import { redirectPhoneCall } from '../domain/phone-redirect/index.ts'
import { handlers } from './handlers.ts'

export const phoneCallRedirectRoutes = handlers(phoneCallRedirects, {
  create: ({ tx, actor, body }) => redirectPhoneCall(tx, actor, body),
})
