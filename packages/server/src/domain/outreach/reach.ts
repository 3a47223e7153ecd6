import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContactReach } from '@guichet/contract/operations/inbox/first-messages.ts'
import type { Hindrance } from '@guichet/contract/reach-errors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayWriteConversations } from '../conversation/index.ts'
import { mailboxFor } from '../mailbox/index.ts'
import { isAddress } from '../outgoing/index.ts'
import { type Reachable, selectReachable } from './outreach.sql.ts'

export type Channel = 'inapp' | 'email'

/** By which channels somebody can be written to, and what stands against the others. 404 for nobody known. */
export async function findReach(
  tx: Tx,
  actor: Actor,
  { id, mailLeaves }: { id: string; mailLeaves: boolean },
): Promise<Static<typeof ContactReach>> {
  mayWriteConversations(actor)
  const contact = await selectReachable(tx, actor.workspace.id, id)
  if (!contact) throw problem(errors.contactNotFound)
  const against = (channel: Channel) => hindranceOf(tx, actor, { contact, channel, mailLeaves })
  return { type: 'contact_reach', inapp: await against('inapp'), email: await against('email') }
}

/** What stands against writing to somebody by a channel. `mailLeaves` tells whether there is a mail server. */
export async function hindranceOf(
  tx: Tx,
  actor: Actor,
  { contact, channel, mailLeaves }: { contact: Reachable; channel: Channel; mailLeaves: boolean },
): Promise<Hindrance | null> {
  if (contact.blocked_at !== null) return 'contact_blocked'
  if (contact.archived_at !== null) return 'contact_archived'
  if (channel === 'inapp') return null
  if (!isAddress(contact.email)) return 'contact_without_email'
  if (contact.unsubscribed_from_emails) return 'contact_unsubscribed'
  if (contact.has_hard_bounced) return 'contact_bounced'
  if (contact.marked_email_as_spam) return 'contact_marked_spam'
  if (!mailLeaves) return 'mail_server_missing'
  return (await mailboxFor(tx, actor.workspace.id, null)) ? null : 'mailbox_missing'
}
