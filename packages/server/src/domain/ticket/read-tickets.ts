import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { TicketList } from '@guichet/contract/models/ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import { type Order, pageOfIds } from '../../db/search/page.ts'
import { readSort } from '../../db/search/sort.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadTickets } from './ticket.policy.ts'
import { requireTicket } from './ticket.require.ts'
import { ticketSearchable } from './ticket.search.ts'
import { listedTickets } from './ticket.sql.ts'
import { type TicketView, viewTicket, viewTickets } from './ticket.view.ts'

/** One ticket with its parts; 404 when there is none. */
export async function findTicket(tx: Tx, actor: Actor, id: string): Promise<TicketView> {
  mayReadTickets(actor)
  return viewTicket(tx, actor, await requireTicket(tx, actor, id))
}

const SIZE = { usual: 20, most: 150 }

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
  const searchable = ticketSearchable(tx, actor)
  const condition = await compileSearch({ tx, actor }, searchable, parseQuery(request.query))
  const order = { ...NEWEST_CHANGE, ...readSort(actor, searchable, request.sort) }
  const {
    ids,
    page,
    perPage: rows,
    total,
    next,
  } = await pageOfIds<number, 'conversations'>(tx, listedTickets(tx, actor.workspace.id, condition), order, {
    endpoint: 'tickets/search',
    perPage: perPage(request.pagination?.per_page ?? undefined, SIZE),
    startingAfter: request.pagination?.starting_after,
  })
  return {
    type: 'ticket.list',
    pages: cursorPages(page, rows, total, next),
    total_count: total,
    tickets: await viewTickets(tx, actor, ids),
  }
}
