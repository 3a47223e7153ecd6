import {
  ConversationMailList,
  IncomingMail,
  IncomingMailList,
  IncomingMailStatus,
  Mailbox,
  MailboxList,
  MailSecurity,
  MailSettings,
} from '../../models/mailbox.ts'
import { family } from '../../operation.ts'
import { BooleanInput, IdInput, IntegerInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

const changeable = {
  team_id: optional(nullable(IdInput())),
  brand_id: optional(IdInput()),
  /** HTML; what is not for messages is taken out. */
  signature: optional(Type.String()),
  plus_addressing: optional(BooleanInput()),
  authserv_id: optional(nullable(Type.String())),
  imap: optional(
    Type.Object({
      host: Type.String(),
      port: optional(IntegerInput()),
      security: optional(MailSecurity),
      user: Type.String(),
      /** Left out, the one that is known stays. */
      password: optional(Type.String()),
      folder: optional(Type.String()),
    }),
  ),
}

export const CreateMailboxRequest = model('create_mailbox_request', {
  address: Type.String(),
  intake: oneOf('imap', 'http'),
  ...changeable,
})

export const UpdateMailboxRequest = model('update_mailbox_request', changeable)

export const UpdateMailSettingsRequest = model('update_mail_settings_request', {
  unseen_after_minutes: optional(nullable(IntegerInput())),
  mails_bot_replies: optional(BooleanInput()),
})

export const IncomingMailQuery = model('incoming_mail_query', {
  mailbox_id: optional(IdInput()),
  status: optional(IncomingMailStatus),
  before: optional(IdInput()),
})

/** A mail as it stands, or a form of a provider that posts it in a field: `message`, `body-mime` or `email`. */
export const TakeMailRequest = model('take_mail_request', {
  message: optional(Type.Unknown()),
  'body-mime': optional(Type.Unknown()),
  email: optional(Type.Unknown()),
})

const managing = { scope: 'manage_workspace', access: 'session' } as const

/** The addresses that customers write to, what came there, and what was mailed. */
export const mail = family({
  list: {
    ...managing,
    method: 'GET',
    path: '/app/api/mailboxes',
    summary: 'The addresses that customers write to',
    answer: MailboxList,
  },
  create: {
    ...managing,
    method: 'POST',
    path: '/app/api/mailboxes',
    summary: 'Add an address that customers write to',
    body: CreateMailboxRequest,
    status: 201,
    answer: Mailbox,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/mailboxes/{id}',
    summary: 'Change an address that customers write to',
    body: UpdateMailboxRequest,
    answer: Mailbox,
  },
  remove: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/mailboxes/{id}',
    summary: 'Give up an address that customers write to',
    status: 204,
  },
  look: {
    ...managing,
    method: 'POST',
    path: '/app/api/mailboxes/{id}/look',
    summary: 'Look for mails now, and say what is wrong if anything is',
    ownTransactions: true,
    answer: Mailbox,
  },
  check: {
    ...managing,
    method: 'POST',
    path: '/app/api/mailboxes/{id}/check',
    summary: 'Send a mail to the address that proves it reaches us',
    answer: Mailbox,
  },
  renewSecret: {
    ...managing,
    method: 'POST',
    path: '/app/api/mailboxes/{id}/secret',
    summary: 'Make a new address to post mails to, in place of the one before',
    answer: Mailbox,
  },
  incoming: {
    ...managing,
    method: 'GET',
    path: '/app/api/incoming_mails',
    summary: 'What came by mail, and what became of it',
    query: IncomingMailQuery,
    answer: IncomingMailList,
  },
  again: {
    ...managing,
    method: 'POST',
    path: '/app/api/incoming_mails/{id}/again',
    summary: 'Take in a mail that was held or that failed',
    answer: IncomingMail,
  },
  settings: {
    ...managing,
    method: 'GET',
    path: '/app/api/mail_settings',
    summary: 'When replies are mailed',
    answer: MailSettings,
  },
  updateSettings: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/mail_settings',
    summary: 'Change when replies are mailed',
    body: UpdateMailSettingsRequest,
    answer: MailSettings,
  },
  ofConversation: {
    method: 'GET',
    path: '/app/api/conversations/{id}/mails',
    access: 'session',
    scope: 'read_conversations',
    summary: 'The mails of a conversation, and whether they arrived',
    answer: ConversationMailList,
  },
  original: {
    method: 'GET',
    path: '/app/api/conversations/{id}/mails/{mail_id}/original',
    access: 'session',
    scope: 'read_conversations',
    summary: 'A mail as it came',
    raw: true,
    gives: 'message/rfc822',
  },
})

/** Where mail servers and providers hand over what came. */
export const mailIntake = family({
  take: {
    method: 'POST',
    path: '/app/mail/in/{workspace_id}/{secret}',
    access: 'public',
    scope: 'use_app',
    summary: 'Hand over a mail that came for an address',
    body: TakeMailRequest,
    form: true,
    maxBody: 50 * 1024 * 1024,
    callsPerMinute: 1200,
    status: 202,
    answer: IncomingMail,
  },
})
