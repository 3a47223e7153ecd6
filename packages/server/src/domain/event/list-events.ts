import { invalid } from '@guichet/contract/errors.ts'
import type { DataEventList, DataEventSummary } from '@guichet/contract/models/data-event.ts'
import type { events } from '@guichet/contract/operations/events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { mayReadEvents } from './event.policy.ts'
import { type EventRow, selectEvents } from './event.sql.ts'
import { viewEvent, viewPerson, viewSummary } from './event.view.ts'
import { selectSummaries } from './event-summary.sql.ts'
import { requirePerson } from './submit-event.ts'

type EventQuery = Static<typeof events.list.query>
type ListView = Static<typeof DataEventList>
type SummaryView = Static<typeof DataEventSummary>

const PAGE = { usual: 50, most: 150 }
/** Older events are counted, but no longer listed one by one. */
const LISTED_MS = 90 * 24 * 3600 * 1000

/** What one person did: the events of the last 90 days page by page, or with `summary` the counts of all time. */
export async function listEvents(tx: Tx, actor: Actor, query: EventQuery): Promise<ListView | SummaryView> {
  mayReadEvents(actor)
  if (query.type !== 'user') throw invalid("type must be 'user'", 'type')
  const person = await requirePerson(tx, actor, query)
  if (query.summary) {
    const rows = await selectSummaries(tx, actor.workspace.id, person.id)
    return { type: 'event.summary', ...viewPerson(person), events: rows.map(viewSummary), pages: {} }
  }
  const limit = perPage(query.per_page, PAGE)
  const rows = await selectEvents(tx, actor.workspace.id, {
    contactId: person.id,
    since: Math.max(milliseconds(query.since, 'since') ?? 0, actor.now * 1000 - LISTED_MS),
    before: milliseconds(query.before, 'before') ?? Number.MAX_SAFE_INTEGER,
    beforeId: numericId(query.before_id ?? '') ?? 0,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  return {
    type: 'event.list',
    events: page.map(row => viewEvent(row, person)),
    pages: pagesOf(actor, query, page, rows.length > limit),
  }
}

function milliseconds(text: string | undefined, field: string): number | undefined {
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw invalid(`${field} must be a Unix timestamp in milliseconds`, field)
  return value
}

/** `next` leads to what is older than the page, `since` to what came after it. */
function pagesOf(actor: Actor, query: EventQuery, page: EventRow[], more: boolean): ListView['pages'] {
  const { before: _, before_id: __, since, ...asked } = query
  const link = (to: object) => `${actor.origin}/events?${search({ ...asked, ...to })}`
  const [newest, oldest] = [page[0], page.at(-1)]
  return {
    ...(more && oldest && { next: link({ since, before: oldest.created_at_ms, before_id: oldest.id }) }),
    ...(newest && { since: link({ since: newest.created_at_ms + 1 }) }),
  }
}

function search(query: object): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  return params.toString()
}
