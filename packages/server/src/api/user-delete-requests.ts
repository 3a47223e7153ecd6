import { userDeleteRequests } from '@guichet/contract/operations/user-delete-requests.ts'
import { forgetContact } from '../domain/contact/index.ts'
import { handlers } from './handlers.ts'

export const userDeleteRequestRoutes = handlers(userDeleteRequests, {
  create: ({ tx, actor, body }) => forgetContact(tx, actor, body.intercom_user_id),
})
