import type { TopicName } from '@guichet/contract/topics.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { announcing } from './support/announcing.ts'
import { startGuichet } from './support/guichet.ts'
import { happened } from './support/happened.ts'
import { checkItems, itemAt } from './support/items.ts'

const guichet = await startGuichet()
test.each(await announcing(guichet))('%s is announced by the call that causes it', async (topic, call) => {
  const before = await announced(topic)
  await call()
  const events = await announced(topic)
  expect(events.length).toBe(before.length + 1)
  const item = await itemAt(guichet, events.at(-1) ?? expect.fail('nothing was announced'))
  const isGone = 'deleted' in Object(item(NEWEST))
  expect(isGone, 'the object is told of, unless it was deleted').toBe(
    topic.endsWith('.deleted') && !topic.endsWith('.tag.deleted'),
  )
})

test('what a subscriber is told is what the contract says, at every version', async () => {
  const events = await happened(guichet)
  await checkItems(guichet, events)
  console.log(`${events.length} events of ${new Set(events.map(event => event.topic)).size} topics checked`)
}, 60_000)

const announced = (topic: TopicName) => happened(guichet, { topics: [topic] })
