import { errors, problem } from '@guichet/contract/errors.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { TicketList } from '@guichet/contract/models/ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Order } from '../../db/search/page.ts'
import { searchPage } from '../../db/search/search-page.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadTickets } from './ticket.policy.ts'
import { ticketSearchable } from './ticket.search.ts'
import { listedTickets } from './ticket.sql.ts'
import { type TicketView, viewTickets } from './ticket.view.ts'

/** One ticket with its parts; 404 when there is none. */
export async function findTicket(tx: Tx, actor: Actor, id: string): Promise<TicketView> {
  mayReadTickets(actor)
  const [view] = (await byNumericId(id, key => viewTickets(tx, actor, [key]))) ?? []
  if (!view) throw problem(errors.ticketNotFound)
  return view
}

const NEWEST_CHANGE: Order = {
  column: 'conversations.updated_at',
  columnType: 'bigint',
  id: 'conversations.id',
  idType: 'bigint',
  direction: 'desc',
}

/** One page of the tickets that a query tree describes, the latest changed first unless it asks otherwise. */
export async function searchTickets(
  tx: Tx,
  actor: Actor,
  request: Static<typeof SearchRequest>,
): Promise<Static<typeof TicketList>> {
  mayReadTickets(actor)
  const page = await searchPage<number, 'conversations'>({ tx, actor }, request, {
    searchable: ticketSearchable(tx, actor),
    listed: condition => listedTickets(tx, actor.workspace.id, condition),
    order: NEWEST_CHANGE,
    endpoint: 'tickets/search',
    perPage: asked => perPage(asked, { usual: 20, most: 150 }),
  })
  return {
    type: 'ticket.list',
    pages: cursorPages(page.page, page.perPage, page.total, page.next),
    total_count: page.total,
    tickets: await viewTickets(tx, actor, page.ids),
  }
}
