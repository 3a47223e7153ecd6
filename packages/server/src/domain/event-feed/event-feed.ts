import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { EventFeed, FeedEvent } from '@guichet/contract/models/event-feed.ts'
import { noticed } from '@guichet/contract/noticed.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type EventName, isNotice, isTopic, type Topic, topics } from '@guichet/contract/topics.ts'
import type { Tx } from '../../db/database.ts'
import type { EventSignals } from '../../events/event-signals.ts'
import { type LoggedEvent, notificationId } from '../../events/logged-event.ts'
import { type EventFilter, readEvents, readStream } from '../../events/read-events.sql.ts'
import type { Actor } from '../actor.ts'
import { type EventItem, itemsOf, renderItem } from '../event-item/index.ts'
import { permission } from '../permission.ts'

export interface FeedQuery {
  since?: string | undefined
  limit?: number | undefined
  topic?: string | undefined
  object_type?: string | undefined
  object_id?: string | undefined
  include?: string | undefined
  wait?: number | undefined
}

type Feed = Static<typeof EventFeed>

const mayReadFeed = permission('read_events')

/**
 * A page of what happened after `since`, of the topics that the actor's permissions are for. It goes up to `next_since`: what
 * is not among its events up to there was not asked for or may not be seen. Waits for something to happen where that is asked for.
 */
export async function readFeed(
  tx: Tx,
  actor: Actor,
  { query, signals }: { query: FeedQuery; signals: EventSignals },
): Promise<Feed> {
  mayReadFeed(actor)
  const asked = readQuery(actor, query)
  const until = performance.now() + asked.waitMs
  const workspaceId = actor.workspace.id
  const start = await startOf(tx, workspaceId, query.since)
  for (let since = start; ; ) {
    const moved = signals.next(workspaceId)
    try {
      const page = await pageOf(tx, actor, { ...asked, since })
      const left = until - performance.now()
      if (page.events.length > 0 || page.has_more || left <= 0 || signals.closed) return page
      since = page.next_since
      await moved.within(left)
    } finally {
      moved.end()
    }
  }
}

interface Asked {
  limit: number
  filter: EventFilter
  withItems: boolean
  waitMs: number
}

function readQuery(actor: Actor, query: FeedQuery): Asked {
  const withItems = query.include === 'item'
  if (query.include !== undefined && !withItems) throw invalid('include must be item', 'include')
  const { limit = USUAL, wait = 0 } = query
  if (limit < 1) throw invalid('limit must be at least 1', 'limit')
  if (wait < 0) throw invalid('wait must not be negative', 'wait')
  return {
    limit: Math.min(limit, withItems ? MOST_ITEMS : MOST),
    filter: {
      topics: topicsFor(actor, query.topic),
      noticed: noticedFor(actor),
      objectType: query.object_type,
      objectId: query.object_id,
    },
    withItems,
    waitMs: Math.min(wait, LONGEST_WAIT) * 1000,
  }
}

const USUAL = 100
const MOST = 1000
const MOST_ITEMS = 100
const LONGEST_WAIT = 30

/** The topics asked for that the actor may hear of; undefined for all there are. */
function topicsFor({ scopes }: Actor, asked: string | undefined): EventName[] | undefined {
  if (asked === undefined && scopes === 'all') return undefined
  const named = asked === undefined ? EVERYTHING : asked.split(',').map(readTopic)
  return named.filter(name => {
    if (isNotice(name)) return true
    const { scope }: Topic = topics[name]
    return scope === null || scopes === 'all' || scopes.has(scope)
  })
}

const EVERYTHING: EventName[] = [...Object.keys(topics).filter(isTopic), 'object.changed', 'object.deleted']

function readTopic(name: string): EventName {
  const topic = name.trim()
  if (!isTopic(topic) && !isNotice(topic)) throw invalid(`there is no topic ${topic}`, 'topic')
  return topic
}

/** The objects of which the actor may hear that they have changed: those that they may read; undefined for all. */
const noticedFor = ({ scopes }: Actor): string[] | undefined =>
  scopes === 'all' ? undefined : [...scopes].flatMap(scope => noticed[scope] ?? [])

/** The sequence after which the page begins. 410 for one before what is kept, 400 for one that the log has not come to. */
async function startOf(tx: Tx, workspaceId: string, since: string | undefined): Promise<number> {
  const { last, trimmedTo } = await readStream(tx, workspaceId)
  if (since === undefined) return trimmedTo
  if (since === 'latest') return last
  const sequence = /^\d{1,15}$/.test(since) ? Number(since) : undefined
  if (sequence === undefined) throw invalid('since must be a sequence or latest', 'since')
  if (sequence > last) throw invalid(`since is beyond ${last}, the end of the log`, 'since')
  if (sequence < trimmedTo)
    throw problem(errors.eventsTrimmed, `Events up to ${trimmedTo} are not kept any more`)
  return sequence
}

/** One read goes no further than this, however few of the events are asked for. */
const STRETCH = 10_000

async function pageOf(
  tx: Tx,
  actor: Actor,
  { since, limit, filter, withItems }: Asked & { since: number },
): Promise<Feed> {
  const { last } = await readStream(tx, actor.workspace.id)
  const upTo = Math.min(last, since + STRETCH)
  const events = await readEvents(tx, actor.workspace.id, since, limit, { ...filter, upTo })
  const end = events.length < limit ? upTo : (events.at(-1)?.sequence ?? upTo)
  const items = withItems ? await itemsOf(tx, actor, events) : undefined
  return {
    type: 'event_feed',
    events: events.map(event => viewEvent(actor, event, items?.get(event.sequence))),
    next_since: Math.max(end, since),
    has_more: end < last,
    last_sequence: last,
  }
}

const viewEvent = (
  actor: Actor,
  event: LoggedEvent,
  item: EventItem | undefined,
): Static<typeof FeedEvent> => ({
  type: 'feed_event',
  id: notificationId(event),
  sequence: event.sequence,
  topic: event.topic,
  created_at: event.createdAt,
  object: event.object,
  actor: { admin_id: idOf(event.actor?.admin_id), app_id: idOf(event.actor?.app_id) },
  data: event.payload,
  ...(item && { item: fieldsOf(renderItem(event.topic, actor.version, item)) }),
})

/** 0 stands for nobody. */
const idOf = (id: number | undefined): string | null => (id ? String(id) : null)
