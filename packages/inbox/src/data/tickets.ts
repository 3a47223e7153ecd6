import type { Ticket as TicketModel } from '@guichet/contract/models/ticket.ts'
import { ticketTypes } from '@guichet/contract/operations/ticket-types.ts'
import { tickets } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type FilterField, type ListSearch, searchQuery } from './filters.ts'
import { LIVE } from './live.ts'
import { type LoadPage, PER_PAGE, sortOf, usePages } from './pages.ts'
import { queryOf } from './query-of.ts'

export type Ticket = Static<typeof TicketModel>

const WORDS = ['title', 'description']

export const TICKET_CATEGORIES = ['submitted', 'in_progress', 'waiting_on_customer', 'resolved'] as const
export type TicketCategory = (typeof TICKET_CATEGORIES)[number]

/** How the tickets that were asked for are loaded, page by page; of one category of states where it is named. */
export const loadTickets =
  (search: ListSearch, fields: readonly FilterField[], category?: TicketCategory): LoadPage<Ticket> =>
  async (cursor, signal) => {
    const { value } = searchQuery(search, fields, WORDS)
    const inCategory = category ? [{ field: 'state', operator: '=' as const, value: category }] : []
    const answer = await call(tickets.search, {
      body: {
        query: { operator: 'AND', value: [...inCategory, ...value] },
        pagination: { per_page: PER_PAGE, starting_after: cursor },
        sort: sortOf(search.sort, '-updated_at'),
      },
      signal,
    })
    return { rows: answer.tickets, total: answer.total_count, next: answer.pages.next?.starting_after }
  }

export const useTickets = (search: ListSearch, fields: readonly FilterField[], category?: TicketCategory) =>
  usePages([tickets.search.path, search, fields.length, category], loadTickets(search, fields, category))

export const ticketQuery = (id: string) => queryOf(tickets.find, { params: { id } })

export const useTicket = (id: string, enabled = true) =>
  useQuery({ ...ticketQuery(id), ...LIVE.conversation, enabled })

const RARELY = { staleTime: 60_000 }

/** The types tickets can have. */
export const useTicketTypes = () =>
  (useQuery({ ...queryOf(ticketTypes.list, {}), ...RARELY }).data?.data ?? []).filter(
    ({ archived }) => !archived,
  )

/** The states tickets can be in, from the first to the last. */
export function useTicketStates() {
  const { data } = useQuery({ ...queryOf(ticketTypes.listStates, {}), ...RARELY })
  const place = ({ category }: { category: TicketCategory }) => TICKET_CATEGORIES.indexOf(category)
  return (data?.data ?? []).filter(({ archived }) => !archived).sort((a, b) => place(a) - place(b))
}

export type StateOfTickets = ReturnType<typeof useTicketStates>[number]

/** What a ticket is called. */
export function titleOf({ ticket_attributes, ticket_type, ticket_id }: Ticket): string {
  const { _default_title_: title } = ticket_attributes
  return typeof title === 'string' && title !== '' ? title : `${ticket_type?.name ?? ''} #${ticket_id}`.trim()
}

/** Moves a ticket to another state. */
export function useMoveTicket() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: string }) =>
      call(tickets.update, { params: { id }, body: { ticket_state_id: state } }),
    meta: { failed: t('tickets.moveFailed') },
    onSuccess: ticket => client.setQueryData(ticketQuery(ticket.id).queryKey, ticket),
    onSettled: () => client.invalidateQueries({ queryKey: [tickets.search.path] }),
  })
}

/** Trackers that are being worked on, the latest changed first: what a conversation can be linked to. */
export const useTrackers = (enabled: boolean) =>
  useQuery({
    ...queryOf(tickets.search, {
      body: {
        query: {
          operator: 'AND',
          value: [
            { field: 'category', operator: '=', value: 'tracker' },
            { field: 'open', operator: '=', value: true },
          ],
        },
        pagination: { per_page: 100 },
      },
    }),
    enabled,
  }).data?.tickets ?? []
