import { mail, mailIntake } from '@guichet/contract/operations/inbox/mail.ts'
import { listIncoming, lookOnce, takeAgain, takePosted } from '../../domain/incoming-mail/index.ts'
import {
  changeMailbox,
  checkMailbox,
  createMailbox,
  findMailSettings,
  listMailboxes,
  removeMailbox,
  renewIntakeSecret,
  requireMailbox,
  updateMailSettings,
  viewMailbox,
} from '../../domain/mailbox/index.ts'
import { findOriginal, listConversationMails } from '../../domain/reply-mail/index.ts'
import { guestHandlers, handlers } from '../handlers.ts'

export const mailRoutes = [
  ...handlers(mail, {
    list: ({ tx, actor }) => listMailboxes(tx, actor),
    create: ({ tx, actor, body, secrets, reach }) =>
      createMailbox(tx, actor, { request: body, secrets, reach }),
    update: ({ tx, actor, params, body, secrets, reach }) =>
      changeMailbox(tx, actor, { id: params.id, request: body, secrets, reach }),
    async remove({ tx, actor, params }) {
      await removeMailbox(tx, actor, params.id)
      return undefined
    },
    async look({ tx, actor, params, database, files, secrets, reach }) {
      const mailbox = await requireMailbox(tx, actor, params.id)
      const now = actor.session?.now ?? actor.now
      await lookOnce({ database, files, secrets, reach, now }, mailbox)
      return viewMailbox(actor, await requireMailbox(tx, actor, params.id))
    },
    check: ({ tx, actor, params }) => checkMailbox(tx, actor, params.id),
    renewSecret: ({ tx, actor, params }) => renewIntakeSecret(tx, actor, params.id),
    incoming: ({ tx, actor, query }) => listIncoming(tx, actor, query),
    again: ({ tx, actor, params }) => takeAgain(tx, actor, params.id),
    settings: ({ tx, actor }) => findMailSettings(tx, actor),
    updateSettings: ({ tx, actor, body }) => updateMailSettings(tx, actor, body),
    ofConversation: ({ tx, actor, params }) => listConversationMails(tx, actor, params.id),
    original: ({ tx, actor, params, files }) =>
      findOriginal(tx, actor, { conversationId: params.id, id: params.mail_id, files }),
  }),
  ...guestHandlers(mailIntake, {
    take: ({ database, guest, params, body, files }) =>
      takePosted(database, guest, {
        ...{ workspaceId: params.workspace_id, secret: params.secret, request: body, files },
      }),
  }),
]
