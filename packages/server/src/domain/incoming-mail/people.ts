import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { ReadMail } from '../../mail/read-mail.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, createLead, requireContact } from '../contact/index.ts'
import { attachContact } from '../participation/index.ts'
import { selectSender, selectTeammate } from './incoming-mail.sql.ts'

/** Who wrote a mail, as a contact. */
export interface Sender extends ContactRef {
  blocked: boolean
  /** Whether they take part in the conversation that the mail belongs to. */
  takesPart: boolean
}

/**
 * The contact of an address: one of those who take part before a user before a lead; a new lead for nobody known, and for a mail
 * that its own domain does not stand by, which may be anybody's.
 */
export async function senderOf(
  tx: Tx,
  actor: Actor,
  { from, among, trusted }: { from: Mailbox; among: string[]; trusted: boolean },
): Promise<Sender> {
  const known = trusted
    ? await selectSender(tx, actor.workspace.id, { email: from.address, among })
    : undefined
  if (known) {
    const { blocked_at, takes_part, ...contact } = known
    const role = contact.role === 'user' ? 'user' : 'lead'
    return { ...contact, role, blocked: blocked_at !== null, takesPart: takes_part }
  }
  const id = await createLead(tx, actor, { email: from.address, name: from.name })
  return { ...(await requireContact(tx, actor, id)), blocked: false, takesPart: false }
}

/** As many as a mail may bring into a conversation. */
const MOST = 20

/** Makes whoever a mail went to besides us take part: people, and neither teammates nor addresses of ours. */
export async function addCopied(
  tx: Tx,
  actor: Actor,
  of: { mail: ReadMail; sender: Sender; conversationId: number; own: string[] },
): Promise<void> {
  const { sender, conversationId } = of
  const others = copiedIn(of).filter(({ address }) => address !== sender.email)
  for (const { address: email } of others.slice(0, MOST)) {
    if (await selectTeammate(tx, actor.workspace.id, email)) continue
    const customer = { email, customer: { intercom_user_id: sender.id } }
    await attachContact(tx, actor, { conversationId: String(conversationId), request: { customer } })
  }
}

/** Whoever a mail went to besides us, once each. */
export function copiedIn({ mail, own }: { mail: ReadMail; own: string[] }): Mailbox[] {
  const named = [...mail.to, ...mail.cc].some(({ address }) => isOwn(address, own))
  // Where none of our addresses is named, one that is named is passed on to us: it is none of a customer.
  const others = [...(named ? mail.to : []), ...mail.cc].filter(({ address }) => !isOwn(address, own))
  return [...new Map(others.map(each => [each.address, each])).values()]
}

/** Whether an address is one of ours, whatever stands after a plus. */
export const isOwn = (address: string, own: string[]): boolean =>
  own.includes(address.replace(/\+[^@]*(?=@)/, '')) || own.includes(address)
