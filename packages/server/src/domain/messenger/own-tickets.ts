import type { MessengerTicketTypeList } from '@guichet/contract/models/messenger-ticket.ts'
import type { CreateTicketRequest } from '@guichet/contract/operations/messenger/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { requireContact } from '../contact/index.ts'
import { askedOfContacts, createTicketAsContact } from '../ticket/index.ts'
import { type AttributeRow, listCustomerTypes } from '../ticket-type/index.ts'
import { selfOf } from './messenger-actor.ts'
import type { OwnConversation } from './own.view.ts'
import { findOwn } from './own-conversations.ts'

type TypeList = Static<typeof MessengerTicketTypeList>
type Field = TypeList['data'][number]['fields'][number]

/** What tickets customers may ask for, each with the form it takes. */
export async function listOwnTicketTypes(tx: Tx, actor: Actor): Promise<TypeList> {
  const types = await listCustomerTypes(tx, actor)
  const data = types.map(type => ({
    ...{ id: String(type.id), name: type.name, description: type.description ?? '', icon: type.icon },
    fields: askedOfContacts(type).map(viewField),
  }))
  return { type: 'list', data }
}

/** Asks for something by a form; a visitor becomes a lead by it. */
export async function createOwnTicket(
  tx: Tx,
  actor: Actor,
  { request, files }: { request: Static<typeof CreateTicketRequest>; files: FileStore },
): Promise<OwnConversation> {
  const id = await createTicketAsContact(tx, actor, {
    contact: await requireContact(tx, actor, selfOf(actor)),
    typeId: request.ticket_type_id,
    values: request.attributes,
    files,
  })
  return findOwn(tx, actor, String(id))
}

const viewField = (attribute: AttributeRow): Field => ({
  name: attribute.name,
  description: attribute.description,
  data_type: attribute.data_type,
  required: attribute.required_to_create_for_contacts,
  multiline: attribute.input_options?.multiline ?? false,
  many: attribute.input_options?.allow_multiple_values ?? false,
  options: (attribute.input_options?.list_options ?? [])
    .filter(option => !option.archived)
    .map(({ id, label }) => ({ id, label })),
})
