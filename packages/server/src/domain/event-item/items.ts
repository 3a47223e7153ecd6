import { isNotice } from '@guichet/contract/topics.ts'
import type { Tx } from '../../db/database.ts'
import type { LoggedEvent } from '../../events/logged-event.ts'
import type { Actor } from '../actor.ts'
import { viewHitlNotification } from '../procedure/index.ts'
import { lookUp, type Noun, type Wanted } from './found.ts'
import { KINDS, partIdsOf } from './kinds.ts'

/** What `data.item` of an event is, in the newest shape. */
export type EventItem = object

/**
 * The items of many events of the actor's workspace, by sequence. What the log itself holds is as it was when it happened, such
 * as the part that tells it or the tag; the object beside it is as it is now, and where it is gone only that is told. The actor
 * is the system's own: whether a reader may see an item is up to the caller. `readEvents` gives the events. That an object has changed
 * comes without an item.
 */
export async function itemsOf(tx: Tx, actor: Actor, events: LoggedEvent[]): Promise<Map<number, EventItem>> {
  const [found, questions] = await Promise.all([
    lookUp(tx, actor, wantedBy(events)),
    questionsOf(tx, actor, events),
  ])
  return new Map(
    events.flatMap(event => {
      if (isNotice(event.topic)) return []
      const item = questions.get(event.sequence) ?? KINDS[event.topic].item(event, found)
      return [[event.sequence, item ?? goneItem(event)] as const]
    }),
  )
}

function wantedBy(events: LoggedEvent[]): Wanted {
  const ids = new Map<Noun, Set<string>>()
  for (const event of events) {
    if (isNotice(event.topic)) continue
    for (const [noun, id] of KINDS[event.topic].needs(event))
      ids.set(noun, (ids.get(noun) ?? new Set()).add(id))
  }
  return { ids, partIds: events.flatMap(partIdsOf).map(Number) }
}

/** What procedures asked teammates; there are so few that each is looked up by itself. */
async function questionsOf(tx: Tx, actor: Actor, events: LoggedEvent[]): Promise<Map<number, EventItem>> {
  const asked = events.filter(event => event.topic === 'procedure.hitl_notification.created')
  const items = new Map<number, EventItem>()
  for (const { sequence, object, payload } of asked) {
    const item = await viewHitlNotification(tx, actor, {
      ...{ conversationId: Number(object.id), runId: Number(payload['run_id']) },
      stepId: String(payload['step_id']),
    })
    if (item) items.set(sequence, item)
  }
  return items
}

/** All that is told of what is deleted. Ids are texts, but for those of sources. */
const goneItem = ({ object: { type, id } }: LoggedEvent): EventItem => ({
  type,
  id: type === 'content_import_source' ? Number(id) : id,
  deleted: true,
})
