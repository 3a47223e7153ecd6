import { type TopicName, topics } from '@guichet/contract/topics.ts'
import { expect, test } from 'vitest'
import { type Announcing, announcing } from './support/announcing.ts'
import { announcingMore } from './support/announcing-more.ts'
import { DocumentedReceiver } from './support/documented-receiver.ts'
import { startReceiver } from './support/receiver.ts'
import { hook, startHooked } from './support/webhooks.ts'

const hooked = await startHooked()
const { api } = hooked

test('a receiver written against the documentation of Intercom handles every topic there is', async () => {
  const receiver = await startReceiver()
  const every = Object.keys(topics)
  const { id, secret } = await hook(api, receiver.url, every, { version: 'Preview' })
  const documented = new DocumentedReceiver(secret)
  const faults: string[] = []
  receiver.answer = (request, response) => {
    try {
      documented.take(request.headers, request.raw)
      response.end()
    } catch (error) {
      faults.push(`${request.body.topic}: ${error instanceof Error ? error.message : error} ${request.raw}`)
      response.writeHead(500).end()
    }
  }
  const caused = new Set<TopicName>()
  const trying: Announcing = ['ping', () => api.post(`/app/api/apps/${id}/webhook/test`)]
  for (const [topic, call] of [...(await announcing(hooked)), ...(await announcingMore(hooked)), trying]) {
    await call()
    await hooked.deliver()
    caused.add(topic)
  }
  // Requests are told of a moment after they were answered.
  await expect
    .poll(async () => {
      await hooked.deliver()
      return documented.handled.has('api.request.completed')
    })
    .toBe(true)
  expect(faults).toEqual([])
  expect(documented.unexplained()).toEqual([])
  const { handled } = documented
  expect([...caused].filter(topic => !handled.has(topic))).toEqual([])
  console.log(
    `${handled.size} topics of ${every.length} were caused and handled, in ${receiver.received.length} notifications`,
  )
  expect(every.filter(topic => !handled.has(topic))).toEqual([])
}, 120_000)

test('the same receiver handles what an app at 2.11 is told', async () => {
  const receiver = await startReceiver()
  const { secret } = await hook(api, receiver.url, ['ticket.closed', 'conversation.admin.replied'], {
    version: '2.11',
  })
  const documented = new DocumentedReceiver(secret)
  const wanted = new Set(['ticket.closed', 'conversation.admin.replied'])
  for (const [topic, call] of await announcing(hooked)) if (wanted.has(topic)) await call()
  await hooked.deliver()
  for (const { headers, raw } of receiver.received) documented.take(headers, raw)
  expect(new Set(documented.handled.keys())).toEqual(wanted)
})
