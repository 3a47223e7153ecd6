import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, promoteVisitor } from '../contact/index.ts'
import { startConversation } from '../conversation/index.ts'
import { type AttributeRow, listCustomerTypes, type TicketTypeRow } from '../ticket-type/index.ts'
import { mergeValues, readAttributes } from './attribute-values.ts'
import { openTicket } from './open-ticket.ts'

/** A ticket as a customer asks for it: what they filled in, by the names of attributes. */
export interface TicketByContact {
  contact: ContactRef
  typeId: string
  values: Record<string, unknown>
  files: FileStore
  /** The page it was written on. */
  url?: string | null
}

/** What customers fill in of a type, in its order. */
export const askedOfContacts = ({ attributes }: TicketTypeRow): AttributeRow[] =>
  attributes.filter(each => !each.archived && each.visible_to_contacts && each.visible_on_create)

/**
 * Creates a ticket for the contact who asks for it; a visitor becomes a lead by it. Returns its id. 404 for a type that is
 * not for customers, 400 for what their form does not ask and for what it does and is missing.
 */
export async function createTicketAsContact(
  tx: Tx,
  actor: Actor,
  { contact, typeId, values, files, url = null }: TicketByContact,
): Promise<number> {
  const type = (await listCustomerTypes(tx, actor)).find(({ id }) => String(id) === typeId)
  if (!type) throw problem(errors.notFound)
  const asked = askedOfContacts(type)
  const extra = Object.keys(values).find(name => !asked.some(each => each.name === name))
  if (extra !== undefined) throw invalid(`'${extra.slice(0, 100)}' is not asked for`, 'attributes')
  const attributes = mergeValues({}, await readAttributes(actor, { type, values, files }))
  const lacking = asked.find(each => each.required_to_create_for_contacts && !(each.id in attributes))
  if (lacking) throw missing(lacking.name)
  if (Object.keys(attributes).length === 0) throw missing('attributes')
  const started = await startConversation(tx, actor, {
    ...{ contact: await promoteVisitor(tx, actor, contact), body: null, url, isTicket: true },
  })
  await openTicket(tx, actor, { started, type, attributes })
  return started.id
}
