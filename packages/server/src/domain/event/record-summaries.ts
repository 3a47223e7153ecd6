import { invalid, missing } from '@guichet/contract/errors.ts'
import type { SummarizeEventsRequest } from '@guichet/contract/operations/events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append, objectChanged } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { checkSeconds } from '../check-seconds.ts'
import { mayWriteEvents } from './event.policy.ts'
import { insertEventTypes } from './event.sql.ts'
import { type EventCount, replaceSummaries } from './event-summary.sql.ts'
import { checkEventName, requirePerson } from './submit-event.ts'

type SummariesRequest = Static<typeof SummarizeEventsRequest>
type Given = Exclude<NonNullable<SummariesRequest['event_summaries']>, unknown[]>

/** Records how often a person did something, in the place of what was counted. 404 for nobody. */
export async function recordSummaries(tx: Tx, actor: Actor, request: SummariesRequest): Promise<undefined> {
  mayWriteEvents(actor)
  if (request.event_summaries === undefined) throw missing('event_summaries')
  const counts = [request.event_summaries].flat().map(given => readCount(actor, given))
  const person = await requirePerson(tx, actor, { user_id: request.user_id })
  // Of two counts of one event the later stands. In one order everywhere, so that two such requests never wait for each other.
  const last = new Map(counts.map(count => [count.name, count]))
  const ordered = [...last.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (ordered.length === 0) return
  const of = { workspaceId: actor.workspace.id, contactId: person.id }
  await insertEventTypes(tx, of.workspaceId, [...last.keys()].toSorted(), actor.now)
  await replaceSummaries(
    tx,
    ordered.map(count => ({ ...count, ...of })),
  )
  await append(tx, actor, objectChanged('contact', person.id))
}

/** What is not said: once, and just now. */
function readCount(actor: Actor, given: Given): Pick<EventCount, 'name' | 'count' | 'firstMs' | 'lastMs'> {
  const name = checkEventName(given.event_name)
  const { count = 1, last = given.first ?? actor.now, first = last } = given
  if (!Number.isSafeInteger(count) || count < 0)
    throw invalid('count must be a whole number that is not negative', 'count')
  if (first > last) throw invalid('first must not be later than last', 'first')
  return {
    name,
    count,
    firstMs: checkSeconds(first, 'first') * 1000,
    lastMs: checkSeconds(last, 'last') * 1000,
  }
}
