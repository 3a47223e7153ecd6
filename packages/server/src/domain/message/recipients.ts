import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, createLead, findContact, findContactBy } from '../contact/index.ts'
import { selectContactIdOfPhone } from './message.sql.ts'
import type { Channel, MessageRequest } from './outbound.ts'

type Named = NonNullable<MessageRequest['cc']>

/** The contacts a message goes to. `bcc` get it without taking part in what follows from it. */
export interface Recipients {
  to: ContactRef[]
  cc: ContactRef[]
  bcc: ContactRef[]
}

/** Finds everybody a request names, once each. 404 for somebody unknown, 400 when there is nobody. */
export async function readRecipients(
  tx: Tx,
  actor: Actor,
  { channel, request }: { channel: Channel; request: MessageRequest },
): Promise<Recipients> {
  const to = await findEach(tx, actor, channel, request.to)
  if (to.length === 0) throw missing('to')
  const cc = await findEach(tx, actor, channel, request.cc)
  const bcc = await findEach(tx, actor, channel, request.bcc)
  return { to, cc: without(cc, to), bcc: without(bcc, [...to, ...cc]) }
}

async function findEach(
  tx: Tx,
  actor: Actor,
  channel: Channel,
  named: Named | undefined,
): Promise<ContactRef[]> {
  const each = named === undefined ? [] : [named].flat()
  if (each.length > MOST) throw invalid(`A message can have at most ${MOST} recipients`)
  const found = new Map<string, ContactRef>()
  // One after the other, so that a number given twice makes one lead.
  for (const one of each) {
    const contact = await findOne(tx, actor, channel, one)
    found.set(contact.id, contact)
  }
  return [...found.values()]
}

const MOST = 100

type One = Exclude<Named, unknown[]>

async function findOne(tx: Tx, actor: Actor, channel: Channel, one: One): Promise<ContactRef> {
  const { phone, name } = one
  const byPhone = phone !== undefined && (channel === 'sms' || channel === 'whatsapp')
  const contact = byPhone
    ? await findOrMakeByPhone(tx, actor, { phone, name })
    : await findContactBy(tx, actor, one)
  if (!contact) throw problem(errors.contactNotFound)
  return contact
}

/** The contact of a number; a lead is made for one nobody has, as texts go to people who are not contacts yet. */
async function findOrMakeByPhone(
  tx: Tx,
  actor: Actor,
  { phone, name }: { phone: string; name: string | null | undefined },
): Promise<ContactRef | undefined> {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 5 || digits.length > 15) throw invalid('phone is not a phone number', 'phone')
  const known = await selectContactIdOfPhone(tx, actor.workspace.id, [phone, digits, `+${digits}`])
  const id = known ?? (await createLead(tx, actor, { name, phone: `+${digits}` }))
  return findContact(tx, actor, id)
}

const without = (contacts: ContactRef[], others: ContactRef[]): ContactRef[] =>
  contacts.filter(contact => !others.some(other => other.id === contact.id))
