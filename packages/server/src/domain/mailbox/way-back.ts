import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import { type MailboxRow, selectMailboxes } from './mailbox.sql.ts'
import { type TagKind, taggedAddress } from './reply-address.ts'

/** What a mail belongs to, and by which addresses its answers and what comes back of it find there. */
const TAGS = {
  conversation: { answers: 'r', returns: 'b' },
  side_conversation: { answers: 's', returns: 't' },
  message: { answers: 'm', returns: 'n' },
} as const satisfies Record<string, { answers: TagKind; returns: TagKind }>

/** As whom a mail goes out, where its answers go, and where it comes back to. */
export interface WayBack {
  replyTo: Mailbox
  /** Of an address that is known to reach us. */
  fromAddress?: string
  returnPath?: string
}

interface Leaving {
  /** What the addresses are signed with. */
  key: Buffer
  mailbox: MailboxRow
  of: keyof typeof TAGS
  id: number
  /** What the sender is called. */
  name: string
}

/** Has a mail go out so that what follows from it comes back to where it belongs. */
export function wayBack({ key, mailbox, of, id, name }: Leaving): WayBack {
  const { address, verified, plus_addressing } = mailbox
  const tagged = (kind: TagKind) => (plus_addressing ? taggedAddress(key, { address, kind, id }) : address)
  const { answers, returns } = TAGS[of]
  return {
    replyTo: { address: tagged(answers), name },
    ...(verified && { fromAddress: address, returnPath: tagged(returns) }),
  }
}

/** The address that mails of a brand go out by: its own, else the first that is known to reach us, else the first. */
export async function mailboxFor(
  tx: Tx,
  workspaceId: string,
  brandId: string | null,
): Promise<MailboxRow | undefined> {
  const mailboxes = await selectMailboxes(tx, workspaceId)
  return (
    mailboxes.find(each => each.brand_id === brandId && each.verified) ??
    mailboxes.find(each => each.brand_id === brandId) ??
    mailboxes.find(each => each.verified) ??
    mailboxes[0]
  )
}
