import type { TicketState } from '@guichet/contract/models/ticket-state.ts'
import type { TicketType, TicketTypeAttribute } from '@guichet/contract/models/ticket-type.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { InputOptions } from './input-options.ts'
import type { TicketStateRow } from './ticket-state.ts'
import type { AttributeRow, TicketTypeRow } from './ticket-type.sql.ts'

export type TicketTypeView = Static<typeof TicketType>
export type AttributeView = Static<typeof TicketTypeAttribute>

/** A type with its attributes and states. */
export const viewType = (row: TicketTypeRow): TicketTypeView => ({
  ...viewTypeInTicket(row),
  ticket_states: { type: 'list', data: row.states.map(viewState) },
})

/** A type as tickets embed it: without its states. */
export const viewTypeInTicket = (row: TicketTypeRow): TicketTypeView => ({
  type: 'ticket_type',
  id: String(row.id),
  name: row.name,
  description: row.description,
  icon: row.icon,
  workspace_id: row.workspace_id,
  archived: row.archived,
  created_at: row.created_at,
  updated_at: row.updated_at,
  is_internal: row.is_internal,
  ticket_type_attributes: {
    type: 'list',
    data: row.attributes.map(attribute => viewAttribute(row, attribute)),
  },
  category: row.category,
})

export const viewAttribute = (type: TicketTypeRow, row: AttributeRow): AttributeView => ({
  type: 'ticket_type_attribute',
  id: String(row.id),
  workspace_id: type.workspace_id,
  name: row.name,
  description: row.description,
  data_type: row.data_type,
  input_options: row.input_options && viewOptions(row.input_options),
  order: row.order,
  required_to_create: row.required_to_create,
  required_to_create_for_contacts: row.required_to_create_for_contacts,
  visible_on_create: row.visible_on_create,
  visible_to_contacts: row.visible_to_contacts,
  default: row.default,
  ticket_type_id: type.id,
  archived: row.archived,
  created_at: row.created_at,
  updated_at: row.updated_at,
})

const viewOptions = ({ list_options, ...rest }: InputOptions) => ({
  ...rest,
  ...(list_options && { list_options: list_options.filter(option => !option.archived) }),
})

export const viewState = (row: TicketStateRow): Static<typeof TicketState> => ({
  type: 'ticket_state',
  id: String(row.id),
  category: row.category,
  internal_label: row.internal_label,
  external_label: row.external_label,
})
