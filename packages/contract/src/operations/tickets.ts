import { Job } from '../models/job.ts'
import { ReplyRequest, WITH_FILES } from '../models/reply-request.ts'
import { SearchRequest } from '../models/search-request.ts'
import { Ticket, TicketDeleted, TicketList } from '../models/ticket.ts'
import { TicketPart } from '../models/ticket-part.ts'
import { family } from '../operation.ts'
import {
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  since,
  Type,
  texts,
} from '../schema.ts'

export const CreateTicketRequest = model('create_ticket_request', {
  ticket_type_id: texts(IdInput(), { missing: 'ticket_type_id is a required parameter' }),
  contacts: Type.Array(
    Type.Object({
      id: optional(IdInput()),
      external_id: optional(IdInput()),
      email: optional(Type.String()),
    }),
  ),
  ticket_attributes: optional(nullable(Dictionary())),
  company_id: optional(nullable(IdInput())),
  created_at: since('2.11', optional(IntegerInput())),
  conversation_to_link_id: since('2.14', optional(nullable(IdInput()))),
  assignment: since(
    '2.14',
    optional(
      nullable(
        Type.Object({
          admin_assignee_id: optional(nullable(IdInput())),
          team_assignee_id: optional(nullable(IdInput())),
        }),
      ),
    ),
  ),
  skip_notifications: since('2.13', optional(Type.Boolean())),
})

/** `ticket_state_id` may also hold the name of a category, which is what versions before 2.12 say. */
export const UpdateTicketRequest = model('update_ticket_request', {
  ticket_attributes: optional(nullable(Dictionary())),
  ticket_state_id: since('2.12', optional(IdInput())),
  company_id: since('2.12', optional(nullable(IdInput()))),
  open: since('2.10', optional(Type.Boolean())),
  is_shared: optional(Type.Boolean()),
  snoozed_until: since('2.10', optional(nullable(IntegerInput()))),
  admin_id: since('2.14', optional(nullable(IdInput()))),
  assignee_id: since('2.14', optional(nullable(IdInput()))),
  skip_notifications: since('2.13', optional(Type.Boolean())),
})

/** Every kind of reply to a ticket in one shape; see the reply to a conversation. */
export const ReplyTicketRequest = model('reply_ticket_request', {
  ...ReplyRequest,
  created_at: since('2.11', ReplyRequest.created_at),
  reply_options: since('2.10', ReplyRequest.reply_options),
  cross_post: optional(Type.Boolean()),
  skip_notifications: since('2.13', optional(Type.Boolean())),
})

export const ChangeTicketTypeRequest = model('change_ticket_type_request', {
  ticket_type_id: texts(IdInput(), { missing: 'ticket_type_id is a required parameter' }),
  ticket_state_id: texts(IdInput(), { missing: 'ticket_state_id is a required parameter' }),
  ticket_attributes: optional(nullable(Dictionary())),
})

export const tickets = family({
  create: {
    method: 'POST',
    path: '/tickets',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Create a ticket',
    maxBody: WITH_FILES,
    body: CreateTicketRequest,
    answer: Ticket,
  },
  createLater: {
    method: 'POST',
    path: '/tickets/enqueue',
    since: '2.14',
    scope: 'write_tickets',
    summary: 'Create a ticket by a job',
    enqueues: true,
    body: CreateTicketRequest,
    answer: Job,
  },
  search: {
    method: 'POST',
    path: '/tickets/search',
    since: '2.10',
    scope: 'read_tickets',
    summary: 'Tickets by query',
    reads: true,
    body: SearchRequest,
    answer: TicketList,
  },
  find: {
    method: 'GET',
    path: '/tickets/{id}',
    asOf: true,
    since: '2.9',
    scope: 'read_tickets',
    summary: 'One ticket with its parts',
    answer: Ticket,
  },
  update: {
    method: 'PUT',
    path: '/tickets/{id}',
    since: '2.9',
    scope: 'write_tickets',
    summary: 'Change a ticket',
    maxBody: WITH_FILES,
    body: UpdateTicketRequest,
    bodyOptional: true,
    answer: Ticket,
  },
  delete: {
    method: 'DELETE',
    path: '/tickets/{id}',
    since: '2.13',
    scope: 'write_tickets',
    summary: 'Delete a ticket',
    answer: TicketDeleted,
  },
  reply: {
    method: 'POST',
    path: '/tickets/{id}/reply',
    since: '2.9',
    scope: 'write_tickets',
    orScope: 'write_notes',
    summary: 'Reply or write a note',
    maxBody: WITH_FILES,
    body: ReplyTicketRequest,
    answer: TicketPart,
  },
  changeType: {
    method: 'POST',
    path: '/tickets/{ticket_id}/change_type',
    since: '2.16',
    scope: 'write_tickets',
    summary: 'Give a ticket another type',
    body: ChangeTicketTypeRequest,
    answer: Ticket,
  },
})
