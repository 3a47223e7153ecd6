import { topics } from '@guichet/contract/topics.ts'
import { expect, test } from 'vitest'
import { modules } from './modules.ts'

const names = Object.keys(topics)
const announcing = modules.filter(({ imports }) => imports.includes('packages/server/src/events/append.ts'))

test('what is announced are topics of the contract', () => {
  const unknown = announcing.flatMap(({ path, text }) =>
    topicsIn(text)
      .filter(topic => !names.some(name => name === topic || name.endsWith(`.${topic}`)))
      .map(topic => `${path} announces ${topic}`),
  )
  expect(announcing.length).toBeGreaterThan(0)
  expect(unknown).toEqual([])
})

test('topics that are announced are counted', () => {
  const announced = new Set(announcing.flatMap(({ text }) => topicsIn(text)))
  console.log(`${announced.size} of ${names.length} topics are announced`)
  expect(announced.size).toBeGreaterThan(0)
})

/** Text constants that look like a topic, `contact.user.created`, or like the end of one that is put together. */
const topicsIn = (text: string): string[] =>
  [...text.matchAll(/'([a-z_]+(?:\.[a-z_]+)+)'/g)].map(([, topic = '']) => topic)
