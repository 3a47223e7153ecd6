import { attribute, ofConversation } from './about-conversations.ts'
import { statistics } from './conversations.sql.ts'
import type { Asked, Dataset, Scope } from './dataset.ts'
import { pageOf } from './page.sql.ts'
import { column } from './values.sql.ts'

export const ticketDataset: Dataset = {
  id: 'tickets',
  name: 'Tickets',
  description: 'Tickets: their type, their state and how long answers took.',
  timeAttribute: 'ticket_created_at',
  attributes: [
    attribute('standard', 'ticket_id', 'Ticket ID', column('tickets.ticket_id')),
    attribute('timestamp', 'ticket_created_at', 'Ticket created at', column('conversations.created_at')),
    attribute('standard', 'ticket_title', 'Ticket title', column('tickets.title')),
    attribute('standard', 'ticket_category', 'Ticket category', column('tickets.category')),
    attribute('standard', 'ticket_type', 'Ticket type', column('ticket_types.name')),
    attribute('standard', 'ticket_state', 'Ticket state', column('ticket_states.category')),
    attribute(
      'standard',
      'ticket_custom_state',
      'Ticket custom state',
      column('ticket_states.internal_label'),
    ),
    ...ofConversation,
    ...statistics,
  ],
  sources: [
    (scope, asked) => pageOf(tickets(scope, asked), ['conversations.created_at', 'conversations.id'], asked),
  ],
}

const tickets = ({ tx, workspaceId }: Scope, { range }: Asked) =>
  tx
    .selectFrom('conversations')
    .innerJoin('tickets', ticket =>
      ticket
        .onRef('tickets.workspace_id', '=', 'conversations.workspace_id')
        .onRef('tickets.id', '=', 'conversations.id'),
    )
    .innerJoin('ticket_types', type =>
      type
        .onRef('ticket_types.workspace_id', '=', 'tickets.workspace_id')
        .onRef('ticket_types.id', '=', 'tickets.ticket_type_id'),
    )
    .innerJoin('ticket_states', state =>
      state
        .onRef('ticket_states.workspace_id', '=', 'tickets.workspace_id')
        .onRef('ticket_states.id', '=', 'tickets.ticket_state_id'),
    )
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', true)
    .where('conversations.created_at', '>=', range.from)
    .where('conversations.created_at', '<=', range.to)
