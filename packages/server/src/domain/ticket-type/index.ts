export { createTicketTypeAttribute, updateTicketTypeAttribute } from './attribute.ts'
export type { InputOptions, ListOption } from './input-options.ts'
export { orderTicketAttributes } from './order-attributes.ts'
export { createTicketState, orderTicketStates, updateTicketState } from './set-states.ts'
export {
  ensureTicketStates,
  listTicketStates,
  type TicketStateCategory,
  type TicketStateRow,
} from './ticket-state.ts'
export {
  type AttributeRow,
  selectTypesOfTickets,
  type TicketCategory,
  type TicketTypeRow,
} from './ticket-type.sql.ts'
export {
  createTicketType,
  DESCRIPTION,
  findTicketType,
  listCustomerTypes,
  listTicketTypes,
  requireTicketType,
  TITLE,
  updateTicketType,
} from './ticket-type.ts'
export { type TicketTypeView, viewState, viewTypeInTicket } from './ticket-type.view.ts'
