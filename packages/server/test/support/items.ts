import { topicItemAt } from '@guichet/contract/topic-item-at.ts'
import { isNotice, type Topic, topics } from '@guichet/contract/topics.ts'
import { existsAt, VERSIONS, type Version } from '@guichet/contract/version.ts'
import { Compile } from 'typebox/schema'
import { expect } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { type EventItem, itemsOf, renderItem } from '../../src/domain/event-item/index.ts'
import { systemActor } from '../../src/domain/system-actor.ts'
import type { LoggedEvent } from '../../src/events/logged-event.ts'
import { closed } from './api.ts'

interface Reading {
  database: Database
  id: string
  botId: number
  clock: { now(): number }
}

/** The item of an event, as a reader of any version of it sees it. */
export async function itemAt(of: Reading, event: LoggedEvent): Promise<(version: Version) => unknown> {
  const items = await viewItems(of, [event])
  const item = items.get(event.sequence) ?? {}
  return version => renderItem(event.topic, version, item)
}

/** Holds the items of events against the contract, at every version that has their topic. */
export async function checkItems(of: Reading, events: LoggedEvent[]): Promise<void> {
  const items = await viewItems(of, events)
  for (const event of events) {
    if (isNotice(event.topic)) throw new Error('That an object has changed has no item')
    const topic: Topic = topics[event.topic]
    for (const version of VERSIONS.filter(each => existsAt(each, topic))) {
      const shown: unknown = JSON.parse(
        JSON.stringify(renderItem(event.topic, version, items.get(event.sequence) ?? {})),
      )
      const [, faults] = Compile(closed(topicItemAt(event.topic, version))).Errors(shown)
      const told = faults.map(fault => `${fault.instancePath} ${fault.message}`)
      expect(told, `${event.topic} at ${version}: ${JSON.stringify(shown)}`).toEqual([])
    }
  }
}

const viewItems = (
  { database, id, botId, clock }: Reading,
  events: LoggedEvent[],
): Promise<Map<number, EventItem>> => {
  const workspace = { id, name: 'Test', timezone: 'UTC' }
  const actor = systemActor({ workspace, operatorId: botId, now: clock.now() })
  return itemsOf(database.read, actor, events)
}
