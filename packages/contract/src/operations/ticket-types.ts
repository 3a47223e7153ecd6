import { TicketStateList } from '../models/ticket-state-detailed.ts'
import { TicketType, TicketTypeAttribute, TicketTypeList } from '../models/ticket-type.ts'
import { family } from '../operation.ts'
import { model, nullable, oneOf, optional, since, Type } from '../schema.ts'

export const CreateTicketTypeRequest = model('create_ticket_type_request', {
  name: Type.String(),
  description: optional(Type.String()),
  category: since('2.10', optional(oneOf('Customer', 'Back-office', 'Tracker'))),
  icon: optional(Type.String()),
  is_internal: optional(Type.Boolean()),
})

export const UpdateTicketTypeRequest = model('update_ticket_type_request', {
  name: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  category: since('2.10', optional(oneOf('Customer', 'Back-office', 'Tracker'))),
  icon: optional(nullable(Type.String())),
  archived: optional(Type.Boolean()),
  is_internal: optional(Type.Boolean()),
})

export const CreateTicketTypeAttributeRequest = model('create_ticket_type_attribute_request', {
  name: Type.String(),
  description: Type.String(),
  data_type: oneOf('string', 'list', 'integer', 'decimal', 'boolean', 'datetime', 'files'),
  required_to_create: optional(Type.Boolean()),
  required_to_create_for_contacts: optional(Type.Boolean()),
  visible_on_create: optional(Type.Boolean()),
  visible_to_contacts: optional(Type.Boolean()),
  multiline: optional(Type.Boolean()),
  list_items: optional(Type.String()),
  allow_multiple_values: optional(Type.Boolean()),
})

export const UpdateTicketTypeAttributeRequest = model('update_ticket_type_attribute_request', {
  name: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  required_to_create: optional(Type.Boolean()),
  required_to_create_for_contacts: optional(Type.Boolean()),
  visible_on_create: optional(Type.Boolean()),
  visible_to_contacts: optional(Type.Boolean()),
  multiline: optional(Type.Boolean()),
  list_items: optional(nullable(Type.String())),
  allow_multiple_values: optional(Type.Boolean()),
  archived: optional(Type.Boolean()),
})

export const ticketTypes = family({
  list: {
    method: 'GET',
    path: '/ticket_types',
    since: '2.9',
    scope: 'read_tickets',
    summary: 'All ticket types',
    answer: TicketTypeList,
  },
  create: {
    method: 'POST',
    path: '/ticket_types',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Create a ticket type',
    body: CreateTicketTypeRequest,
    answer: TicketType,
  },
  find: {
    method: 'GET',
    path: '/ticket_types/{id}',
    since: '2.9',
    scope: 'read_tickets',
    summary: 'One ticket type',
    answer: TicketType,
  },
  update: {
    method: 'PUT',
    path: '/ticket_types/{id}',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Change a ticket type',
    body: UpdateTicketTypeRequest,
    bodyOptional: true,
    answer: TicketType,
  },
  createAttribute: {
    method: 'POST',
    path: '/ticket_types/{ticket_type_id}/attributes',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Add an attribute',
    body: CreateTicketTypeAttributeRequest,
    answer: TicketTypeAttribute,
  },
  updateAttribute: {
    method: 'PUT',
    path: '/ticket_types/{ticket_type_id}/attributes/{id}',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Change an attribute',
    body: UpdateTicketTypeAttributeRequest,
    bodyOptional: true,
    answer: TicketTypeAttribute,
  },
  listStates: {
    method: 'GET',
    path: '/ticket_states',
    since: '2.12',
    scope: 'read_tickets',
    summary: 'All ticket states',
    answer: TicketStateList,
  },
})
