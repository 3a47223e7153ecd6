import { errors, problem } from '@guichet/contract/errors.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { TicketList } from '@guichet/contract/models/ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { compileSearch } from '../../db/search/compile.ts'
import { type Order, pageOfIds } from '../../db/search/page.ts'
import { readSort } from '../../db/search/sort.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadTickets } from './ticket.policy.ts'
import { ticketSearchable } from './ticket.search.ts'
import { listedTickets } from './ticket.sql.ts'
import { type TicketView, viewTickets } from './ticket.view.ts'

/** One ticket with its parts; 404 when there is none. */
export async function findTicket(tx: Tx, actor: Actor, id: string): Promise<TicketView> {
  mayReadTickets(actor)
  const key = numericId(id)
  const [view] = key === undefined ? [] : await viewTickets(tx, actor, [key])
  if (!view) throw problem(errors.ticketNotFound)
  return view
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
