import { emails } from '@guichet/contract/operations/emails.ts'
import { findEmailSetting, listEmailSettings } from '../domain/email-setting/index.ts'
import { handlers } from './handlers.ts'

export const emailRoutes = handlers(emails, {
  list: ({ tx, actor }) => listEmailSettings(tx, actor),
  find: ({ tx, actor, params }) => findEmailSetting(tx, actor, params.id),
})
