import { ArrowRightLeft } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { FilterField, ListSearch } from '../../data/filters.ts'
import { useMay } from '../../data/me.ts'
import type { Pages } from '../../data/pages.ts'
import { useNames } from '../../data/team.ts'
import {
  type StateOfTickets,
  TICKET_CATEGORIES,
  type Ticket,
  titleOf,
  useMoveTicket,
  useTicketStates,
  useTickets,
} from '../../data/tickets.ts'
import { StateBadge } from '../../parts/state-badge.tsx'
import { shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuHead, MenuItem } from '../../ui/menu.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { TicketLink } from './ticket-columns.tsx'

/** Tickets by the state they are in. They are moved by dragging, by Shift and an arrow, or from a menu. */
export function Board({
  search,
  fields,
  names,
}: {
  search: ListSearch
  fields: readonly FilterField[]
  names: Map<string, string>
}) {
  const states = useTicketStates()
  const lists = useListPerCategory(search, fields)
  const { mutate } = useMoveTicket()
  const mayMove = useMay('write_tickets')
  const [moving, setMoving] = useState<{ id: string; state: string }>()
  const rows = latestOf(Object.values(lists).flatMap(list => list.rows))
  const move = (ticket: Ticket, state: StateOfTickets | undefined) => {
    if (!state || state.id === ticket.ticket_state.id) return
    setMoving({ id: ticket.id, state: state.id })
    const undo = {
      label: t('app.undo'),
      run: () => mutate({ id: ticket.id, state: ticket.ticket_state.id }),
    }
    mutate(
      { id: ticket.id, state: state.id },
      {
        onSuccess: () => toast({ title: t('tickets.moved', { state: state.internal_label }), undo }),
        onSettled: () => setMoving(undefined),
      },
    )
  }
  const stateOf = (ticket: Ticket) => (moving?.id === ticket.id ? moving.state : ticket.ticket_state.id)
  return (
    <Scrolls
      as="section"
      aria-label={t('tickets.board')}
      className="relative flex min-h-0 flex-1 gap-3 overflow-x-auto p-4 -outline-offset-2 md:px-6"
    >
      {states.map((state, at) => (
        <Lane
          key={state.id}
          state={state}
          list={lists[state.category]}
          tickets={rows.filter(ticket => stateOf(ticket) === state.id)}
          onDrop={id => {
            const dropped = rows.find(ticket => ticket.id === id)
            if (dropped && mayMove) move(dropped, state)
          }}
          card={ticket => (
            <Card
              key={ticket.id}
              ticket={ticket}
              contact={ticket.contacts.contacts.flatMap(({ id }) => names.get(id) ?? [])[0]}
              states={mayMove ? states : []}
              onMove={to => move(ticket, to)}
              onMoveBy={by => mayMove && move(ticket, states[at + by])}
            />
          )}
        />
      ))}
    </Scrolls>
  )
}

/** Each category goes on by itself, so that many of one do not hide the others. */
function useListPerCategory(search: ListSearch, fields: readonly FilterField[]) {
  const [submitted, inProgress, waiting, resolved] = TICKET_CATEGORIES
  return {
    [submitted]: useTickets(search, fields, submitted),
    [inProgress]: useTickets(search, fields, inProgress),
    [waiting]: useTickets(search, fields, waiting),
    [resolved]: useTickets(search, fields, resolved),
  }
}

/** A ticket that was just moved is in two lists until both are loaded anew: the one that was changed last holds. */
function latestOf(tickets: Ticket[]): Ticket[] {
  const byId = new Map<string, Ticket>()
  for (const ticket of tickets) {
    const known = byId.get(ticket.id)
    if (!known || known.updated_at <= ticket.updated_at) byId.set(ticket.id, ticket)
  }
  return [...byId.values()]
}

const KIND = 'application/x-guichet-ticket'

function Lane({
  state,
  list,
  tickets,
  onDrop,
  card,
}: {
  state: StateOfTickets
  list: Pages<Ticket>
  tickets: Ticket[]
  onDrop: (id: string) => void
  card: (ticket: Ticket) => React.ReactNode
}) {
  const [isOver, setOver] = useState(false)
  return (
    <section
      aria-label={state.internal_label}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes(KIND)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false)
        onDrop(event.dataTransfer.getData(KIND))
      }}
      className={cx(
        'flex w-72 shrink-0 flex-col rounded-lg bg-paper transition-colors',
        isOver && 'bg-accent-soft',
      )}
    >
      <h2 className="flex h-10 shrink-0 items-center gap-2 px-3">
        <StateBadge state={state} />
        {!list.isPending && <span className="text-faint text-sm">{tickets.length}</span>}
      </h2>
      <ul
        aria-label={state.internal_label}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-2 pb-2"
      >
        {tickets.map(card)}
        {list.isPending && (
          <li>
            <div role="status" aria-label={t('app.loading')} className="flex flex-col gap-2">
              <Skeleton className="h-16 rounded-md" />
              <Skeleton className="h-16 rounded-md" />
            </div>
          </li>
        )}
      </ul>
      {list.hasNextPage && (
        <Button
          look="quiet"
          size="sm"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="m-2"
        >
          {t('people.more')}
        </Button>
      )}
    </section>
  )
}

function Card({
  ticket,
  contact,
  states,
  onMove,
  onMoveBy,
}: {
  ticket: Ticket
  contact: string | undefined
  /** Where it can be moved. */
  states: StateOfTickets[]
  onMove: (state: StateOfTickets) => void
  onMoveBy: (by: number) => void
}) {
  const assignee = useNames()('admin', ticket.admin_assignee_id)
  return (
    <li
      draggable={states.length > 0}
      onDragStart={event => event.dataTransfer.setData(KIND, ticket.id)}
      onKeyDown={event => moveByKey(event, onMoveBy)}
      className="rounded-md border border-line bg-raised p-2.5 shadow-sm"
    >
      <div className="flex items-start gap-1">
        <TicketLink
          ticket={ticket}
          className="flex min-w-0 flex-1 gap-2 py-0.5 font-medium hover:underline"
        />
        {states.length > 0 && (
          <Menu
            align="end"
            trigger={
              <IconButton
                size="sm"
                label={t('tickets.move', { title: titleOf(ticket) })}
                icon={<ArrowRightLeft size={13} aria-hidden="true" />}
              />
            }
          >
            <MenuHead>{t('tickets.moveTo')}</MenuHead>
            {states.map(state => (
              <MenuItem
                key={state.id}
                disabled={state.id === ticket.ticket_state.id}
                onSelect={() => onMove(state)}
              >
                {state.internal_label}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <p className="mt-1 flex items-center gap-2 text-faint text-sm">
        <span className="min-w-0 flex-1 truncate">
          {[ticket.ticket_type?.name, contact].filter(Boolean).join(' · ')}
        </span>
        <span>{shortAgo(ticket.updated_at)}</span>
        {assignee && (
          <span title={assignee} className="flex">
            <Avatar name={assignee} size="sm" />
            <span className="sr-only">{assignee}</span>
          </span>
        )}
      </p>
    </li>
  )
}

function moveByKey(event: KeyboardEvent, onMoveBy: (by: number) => void): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || !event.shiftKey) return
  event.preventDefault()
  onMoveBy(document.documentElement.dir === 'rtl' ? -by : by)
}
