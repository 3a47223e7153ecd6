import { gatesAt } from './change.ts'
import { ticketClosedIsNested } from './changes/gates.ts'
import { schemaAt } from './render.ts'
import { model, type TSchema, Type } from './schema.ts'
import { DeletedItem } from './topic-items.ts'
import { type TopicName, topics } from './topics.ts'
import type { Version } from './version.ts'

/**
 * What `data.item` of a topic is at a version: the object itself, or what is told of one that is gone by the time it is
 * looked up.
 */
export const topicItemAt = (topic: TopicName, version: Version): ReturnType<typeof schemaAt> =>
  schemaAt(version, Type.Union([wholeItem(topic, version), DeletedItem]))

/** A closed ticket is under `ticket` since 2.15. */
function wholeItem(topic: TopicName, version: Version): TSchema {
  const { item } = topics[topic]
  return isNested(topic, version) ? model('ticket_closed', { ticket: item }) : item
}

/** Whether the object is one level deeper in the item. */
export const isNested = (topic: TopicName, version: Version): boolean =>
  topic === 'ticket.closed' && gatesAt(version).has(ticketClosedIsNested)
