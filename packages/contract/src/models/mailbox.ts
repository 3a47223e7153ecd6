import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'

export const MailSecurity = oneOf('tls', 'starttls', 'none')

/** How an IMAP server is entered; nobody is told the password again. */
export const ImapSettings = model('imap_settings', {
  host: Type.String(),
  port: Type.Integer(),
  security: MailSecurity,
  user: Type.String(),
  folder: Type.String(),
  has_password: Type.Boolean(),
})

/** An address that customers write to. */
export const Mailbox = model('mailbox', {
  type: Type.Literal('mailbox'),
  id: Type.String(),
  address: Type.String(),
  /** Whether it is known to reach us, and so whether mails are sent as it. */
  verified: Type.Boolean(),
  brand_id: Type.String(),
  team_id: nullable(Type.String()),
  signature: Type.String(),
  plus_addressing: Type.Boolean(),
  intake: oneOf('imap', 'http'),
  imap: nullable(ImapSettings),
  /** Where raw mails are posted to; told once, when it is made. */
  post_url: optional(Type.String()),
  authserv_id: nullable(Type.String()),
  looked_at: nullable(Timestamp()),
  fault: nullable(Type.String()),
  last_received_at: nullable(Timestamp()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const MailboxList = model('mailbox_list', {
  type: Type.Literal('list'),
  data: Type.Array(Mailbox),
})

export const IncomingMailStatus = oneOf('received', 'accepted', 'rejected', 'duplicate', 'held', 'failed')

/** A mail that came, and what became of it. */
export const IncomingMail = model('incoming_mail', {
  type: Type.Literal('incoming_mail'),
  id: Type.String(),
  mailbox_id: Type.String(),
  status: IncomingMailStatus,
  reason: nullable(Type.String()),
  sender: nullable(Type.String()),
  subject: nullable(Type.String()),
  size: Type.Integer(),
  conversation_id: nullable(Type.String()),
  received_at: Timestamp(),
  settled_at: nullable(Timestamp()),
})

export const IncomingMailList = model('incoming_mail_list', {
  type: Type.Literal('list'),
  data: Type.Array(IncomingMail),
  /** Go on with this as `before`; null at the end. */
  next: nullable(Type.String()),
})

export const MailSettings = model('mail_settings', {
  type: Type.Literal('mail_settings'),
  /** After how many minutes what a customer has not seen in the messenger is mailed to them; null for never. */
  unseen_after_minutes: nullable(Type.Integer()),
  /** Whether what bots answer to mails is mailed too. */
  mails_bot_replies: Type.Boolean(),
})

const Person = Type.Object({ address: Type.String(), name: nullable(Type.String()) })

/** A mail that a part of a conversation came by or left by. */
export const ConversationMail = model('conversation_mail', {
  type: Type.Literal('conversation_mail'),
  id: Type.String(),
  direction: oneOf('in', 'out'),
  /** The parts it carried; none, or 0, for what the conversation began with. */
  part_ids: Type.Array(Type.String()),
  from: nullable(Person),
  to: Type.Array(Person),
  cc: Type.Array(Person),
  subject: Type.String(),
  /** Older words and signatures, as HTML. */
  quoted: nullable(Type.String()),
  has_original: Type.Boolean(),
  deliveries: Type.Array(
    Type.Object({
      address: Type.String(),
      status: oneOf('pending', 'kept', 'sent', 'failed', 'bounced'),
      error: nullable(Type.String()),
    }),
  ),
  created_at: Timestamp(),
})

export const ConversationMailList = model('conversation_mail_list', {
  type: Type.Literal('list'),
  data: Type.Array(ConversationMail),
})
