import { Link } from '@tanstack/react-router'
import { useNames } from '../../data/team.ts'
import { type Ticket, titleOf } from '../../data/tickets.ts'
import { Nothing, stampOf, TeammateCell, TextCell, TimeCell } from '../../parts/cells.tsx'
import type { FileColumn } from '../../parts/csv.ts'
import { StateBadge } from '../../parts/state-badge.tsx'
import { t } from '../../text/t.ts'
import type { DataColumn } from '../../ui/data-table.tsx'

export type TicketColumn = DataColumn<Ticket> & FileColumn<Ticket>

export const USUAL_COLUMNS = ['state', 'type', 'contacts', 'assignee', 'updated_at']

/** A ticket is read and answered where conversations are: it is one. */
export const TicketLink = ({ ticket, className }: { ticket: Ticket; className?: string }) => (
  <Link
    to="/inbox/$view/{-$id}"
    params={{ view: 'all', id: ticket.id }}
    className={className ?? 'flex items-center gap-2 font-medium text-ink hover:underline'}
  >
    <span className="shrink-0 font-normal text-faint">#{ticket.ticket_id}</span>
    <span dir="auto" className="truncate">
      {titleOf(ticket)}
    </span>
  </Link>
)

/** Every column a table of tickets can have. */
export function useTicketColumns(contactNames: Map<string, string>): TicketColumn[] {
  const nameFor = useNames()
  const contactsOf = ({ contacts }: Ticket) =>
    contacts.contacts.flatMap(({ id }) => contactNames.get(id) ?? []).join(', ')
  const admin = (ticket: Ticket) => nameFor('admin', ticket.admin_assignee_id)
  const team = (ticket: Ticket) => nameFor('team', ticket.team_assignee_id)
  return [
    {
      ...{ key: 'title', label: t('tickets.title'), width: 300, text: titleOf },
      cell: ticket => <TicketLink ticket={ticket} />,
    },
    {
      ...{ key: 'state', label: t('tickets.state'), width: 170 },
      cell: ({ ticket_state }) => <StateBadge state={ticket_state} />,
      text: ({ ticket_state }) => ticket_state.internal_label,
    },
    {
      ...{ key: 'type', label: t('tickets.type'), width: 150 },
      cell: ({ ticket_type }) => <TextCell>{ticket_type?.name}</TextCell>,
      text: ({ ticket_type }) => ticket_type?.name ?? '',
    },
    {
      ...{ key: 'contacts', label: t('tickets.contacts'), width: 170, text: contactsOf },
      cell: ticket => <TextCell>{contactsOf(ticket)}</TextCell>,
    },
    {
      ...{ key: 'assignee', label: t('inbox.assignee'), width: 170, text: ticket => admin(ticket) ?? '' },
      cell: ticket => <TeammateCell name={admin(ticket)} />,
    },
    {
      ...{ key: 'team', label: t('inbox.team'), width: 150, text: ticket => team(ticket) ?? '' },
      cell: ticket => <TeammateCell name={team(ticket)} square />,
    },
    {
      ...{ key: 'open', label: t('tickets.open'), width: 100, text: ({ open }) => String(open) },
      cell: ({ open }) => (open ? t('people.yes') : <Nothing />),
    },
    {
      ...{ key: 'updated_at', label: t('tickets.updated'), width: 140, sort: 'updated_at' },
      ...{
        cell: ({ updated_at }) => <TimeCell at={updated_at} />,
        text: ({ updated_at }) => stampOf(updated_at),
      },
    },
    {
      ...{ key: 'created_at', label: t('people.created'), width: 140, sort: 'created_at' },
      ...{
        cell: ({ created_at }) => <TimeCell at={created_at} />,
        text: ({ created_at }) => stampOf(created_at),
      },
    },
  ]
}
