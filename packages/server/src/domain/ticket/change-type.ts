import { errors, problem } from '@guichet/contract/errors.ts'
import type { ChangeTicketTypeRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { changeConversation } from '../conversation/index.ts'
import { type AttributeRow, requireTicketType, type TicketTypeRow } from '../ticket-type/index.ts'
import { fetchFiles } from './attribute-files.ts'
import {
  type AttributeValue,
  type AttributeValues,
  live,
  mergeValues,
  readAttributes,
  titleAndDescription,
} from './attribute-values.ts'
import { moveTicket } from './move-ticket.ts'
import { requireState } from './state.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { lockTicket } from './ticket.require.ts'
import { updateTicketRow } from './ticket.sql.ts'
import { labelOf, type TicketView, viewTicket } from './ticket.view.ts'

interface Changing {
  ticketId: string
  request: Static<typeof ChangeTicketTypeRequest>
  files: FileStore
}

/** Gives a ticket another type of its category. Attributes of the same name and type of data keep their values. */
export async function changeTicketType(
  tx: Tx,
  actor: Actor,
  { ticketId, request, files }: Changing,
): Promise<TicketView> {
  mayWriteTickets(actor)
  const { ticket } = await lockTicket(tx, actor, ticketId, errors.notFound)
  const before = await requireTicketType(tx, actor, String(ticket.ticket_type_id))
  const type = await requireTicketType(tx, actor, request.ticket_type_id)
  if (type.id === before.id) throw problem(errors.sameTicketType)
  if (type.category !== ticket.category) throw problem(errors.otherTicketCategory)
  const to = requireState(type, request.ticket_state_id, () => problem(errors.stateOfOtherTicketType))
  const read = await readAttributes(actor, { type, values: request.ticket_attributes ?? {}, files })
  const attributes = mergeValues(carriedOver(before, type, ticket.attributes), read)
  await updateTicketRow(tx, actor, ticket.id, {
    ticket_type_id: type.id,
    attributes,
    ...titleAndDescription(type, attributes),
  })
  await changeConversation(tx, actor, { id: ticket.id, changes: {} })
  await fetchFiles(tx, actor, ticket.id, mergeValues({}, read))
  const standing = await lockTicket(tx, actor, ticket.id)
  await moveTicket(tx, actor, { standing, type, to: String(to.id) })
  return viewTicket(tx, actor, ticket.id)
}

/** The values of one type that another type has a place for. */
function carriedOver(before: TicketTypeRow, type: TicketTypeRow, values: AttributeValues): AttributeValues {
  return Object.fromEntries(
    live(type).flatMap(attribute => {
      const source = before.attributes.find(
        ({ name, data_type }) => name === attribute.name && data_type === attribute.data_type,
      )
      const value = source && values[source.id]
      const fitting = value === undefined ? undefined : carry(source, attribute, value)
      return fitting === undefined ? [] : [[attribute.id, fitting]]
    }),
  )
}

/** Lists have ids of their own for options of the same label. */
function carry(source: AttributeRow | undefined, target: AttributeRow, value: AttributeValue) {
  if (!source || target.data_type !== 'list') return value
  const label = labelOf(source, value)
  return target.input_options?.list_options?.find(option => option.label === label && !option.archived)?.id
}
