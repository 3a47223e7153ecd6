import type { Mailbox } from '@guichet/contract/models/mailbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import type { MailboxRow } from './mailbox.sql.ts'

export type MailboxView = Static<typeof Mailbox>

/** A mailbox as those who manage it see it. `secret` is what mails are posted with, where it was just made. */
export const viewMailbox = (actor: Actor, row: MailboxRow, secret?: string): MailboxView => ({
  type: 'mailbox',
  id: String(row.id),
  ...{ address: row.address, verified: row.verified, brand_id: row.brand_id ?? actor.workspace.id },
  team_id: row.team_id === null ? null : String(row.team_id),
  ...{ signature: row.signature, plus_addressing: row.plus_addressing, intake: row.intake },
  imap: row.imap && { ...row.imap, has_password: row.sealed_password !== null },
  ...(secret !== undefined && { post_url: `${actor.origin}/app/mail/in/${actor.workspace.id}/${secret}` }),
  ...{ authserv_id: row.authserv_id, looked_at: row.looked_at, fault: row.fault },
  ...{ last_received_at: row.last_received_at, created_at: row.created_at, updated_at: row.updated_at },
})
