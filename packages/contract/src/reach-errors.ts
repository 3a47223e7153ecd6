import { type Kind, kind } from './errors.ts'

/** Why somebody cannot be written to first, by what our own pages call it: the texts are ours. */
export const reachErrors = {
  contact_blocked: kind(409, 'contact_blocked', 'This person is blocked'),
  contact_archived: kind(
    409,
    'contact_archived',
    'This person is archived: bring them back to write to them',
  ),
  contact_without_email: kind(409, 'contact_without_email', 'This person has no e-mail address'),
  contact_unsubscribed: kind(409, 'contact_unsubscribed', 'This person unsubscribed from e-mails'),
  contact_bounced: kind(409, 'contact_bounced', 'E-mails to this person come back'),
  contact_marked_spam: kind(409, 'contact_marked_spam', 'This person marked an e-mail of yours as spam'),
  mailbox_missing: kind(409, 'mailbox_missing', 'There is no address yet at which answers would arrive'),
  mail_server_missing: kind(409, 'mail_server_missing', 'No mail server is set up, so that no e-mail leaves'),
} as const satisfies Record<string, Kind>

/** What stands against it, by its code. */
export type Hindrance = keyof typeof reachErrors

export const HINDRANCES = [
  ...(['contact_blocked', 'contact_archived', 'contact_without_email', 'contact_unsubscribed'] as const),
  ...(['contact_bounced', 'contact_marked_spam', 'mailbox_missing', 'mail_server_missing'] as const),
] as const satisfies Hindrance[]
