import { type TopicName, topics } from '@guichet/contract/topics.ts'
import { expect, test } from 'vitest'
import { recordCall } from '../src/domain/call/index.ts'
import { acting } from './support/acting.ts'
import { type Announcing, announcing } from './support/announcing.ts'
import { DocumentedReceiver } from './support/documented-receiver.ts'
import { startReceiver } from './support/receiver.ts'
import { hook, startHooked } from './support/webhooks.ts'

const hooked = await startHooked()
const { api, ownerId, database, clock } = hooked

const made = async (path: string, body: object): Promise<string> =>
  String((await api.post(path, body)).body.id)
const article = (state = 'draft') => made('/articles', { title: 'How to', author_id: ownerId, state })
const source = () =>
  made('/ai/content_import_sources', { sync_behavior: 'api', url: `https://${Math.random()}.example/` })

/** What other calls announce: of articles, content and the telephone. */
const MORE: Announcing[] = [
  ['article.created', () => article()],
  ['article.published', () => article('published')],
  ['article.updated', async () => api.put(`/articles/${await article()}`, { title: 'How not to' })],
  ['article.unpublished', async () => api.put(`/articles/${await article('published')}`, { state: 'draft' })],
  ['article.deleted', async () => api.delete(`/articles/${await article()}`)],
  ['content_import_source.created', source],
  [
    'content_import_source.updated',
    async () =>
      api.put(`/ai/content_import_sources/${await source()}`, {
        ...{ sync_behavior: 'api', url: `https://${Math.random()}.example/` },
      }),
  ],
  ['content_import_source.deleted', async () => api.delete(`/ai/content_import_sources/${await source()}`)],
  [
    'call.recording_available',
    () =>
      database.transaction(tx =>
        recordCall(tx, acting(hooked, hooked), {
          ...{ direction: 'outbound', phone: '+15551234567', initiatedAt: clock.now() },
          ...{ answeredAt: clock.now(), endedAt: clock.now(), endedReason: 'answered' },
          ...{
            recording: '/attachments/key/call.mp3',
            transcript: [{ at: 1, speaker: 'User', text: 'Hello' }],
          },
        }),
      ),
  ],
]

test('a receiver written against the documentation of Intercom handles every topic that calls cause', async () => {
  const receiver = await startReceiver()
  const every = Object.keys(topics)
  const { secret } = await hook(api, receiver.url, every, { version: 'Preview' })
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
  for (const [topic, call] of [...(await announcing(hooked)), ...MORE]) {
    await call()
    await hooked.deliver()
    caused.add(topic)
  }
  expect(faults).toEqual([])
  expect(documented.unexplained()).toEqual([])
  const { handled } = documented
  console.log(
    `${handled.size} topics of ${every.length} were caused and handled, in ${receiver.received.length} notifications`,
  )
  expect([...caused].filter(topic => !handled.has(topic))).toEqual([])
})

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
