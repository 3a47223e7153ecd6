import type { Operation } from '@guichet/contract/operation.ts'
import { messengerFamilies } from '@guichet/contract/operations/messenger/index.ts'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Api } from './support/api.ts'
import { startGuichet } from './support/guichet.ts'
import { signedInAs } from './support/members.ts'
import { nonsense } from './support/nonsense.ts'

const guichet = await startGuichet()
const { api, origin, id: app_id, ownerId } = guichet
const operations = Object.values(messengerFamilies)
  .flatMap(family => Object.values<Operation>(family))
  .filter(({ streams }) => !streams)

let ids: Record<string, string[]> = {}
let session = ''
const requestFor = nonsense(() => ids)

const boot = async (user_data?: object) =>
  (await Api.ofNobody(origin).post('/messenger/api/sessions', { app_id, ...(user_data && { user_data }) }))
    .body

/** A customer with one of everything there is to name. */
beforeAll(async () => {
  const owner = await signedInAs(guichet, 'owner')
  session = (await boot({ user_id: 'hostile' })).session
  const me = new Api(origin, session)
  const { id } = (await me.post('/messenger/api/conversations', { body: 'Hello' })).body
  const asked = { body: 'Who are you?', attributes: ['name', 'email'] }
  const { body: form } = await owner.post(`/app/api/conversations/${id}/forms`, asked)
  const { body: article } = await api.post('/articles', {
    title: 'A',
    author_id: ownerId,
    state: 'published',
  })
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const { body: item } = await api.post('/news/news_items', {
    ...{ title: 'News', sender_id: ownerId, state: 'live', reactions: ['👍'] },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  const { body: banner } = await owner.post('/app/api/banners', { body: 'Hi' })
  await owner.post(`/app/api/banners/${banner.id}/start`)
  const [view] = (await me.post('/messenger/api/banners')).body.data
  const { body: type } = await api.post('/ticket_types', { name: 'Return', category: 'Customer' })
  const attribute = { name: 'Order', description: '', data_type: 'integer' }
  await api.post(`/ticket_types/${type.id}/attributes`, attribute)
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'inapp', body: 'Hi', from: { type: 'admin', id: ownerId } },
    to: { type: 'user', user_id: 'hostile' },
  })
  ids = {
    ...{
      conversations: [id, `message-${message.id}`],
      forms: [form.part_id],
      articles: [article.id],
      news: [item.id],
    },
    ...{ banners: [view.view_id], ticket_types: [type.id], sessions: [app_id] },
  }
})

test.each(operations.map(operation => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s answers nonsense in the envelope and never with a 5xx',
  async (_, operation) => {
    await fc.assert(
      fc.asyncProperty(requestFor(operation), async ({ url, body }) => {
        // Some of them end the session they come with.
        const token = operation.method === 'DELETE' ? (await boot()).session : session
        const response = await fetch(origin + url, {
          method: operation.method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body !== undefined && operation.method !== 'GET' && { body }),
        })
        const text = await response.text()
        expect(response.status, `${operation.method} ${url} ${body}: ${text}`).toBeLessThan(500)
        expect(response.status).not.toBe(401)
        if (response.status >= 400) expect(JSON.parse(text)).toMatchObject({ type: 'error.list' })
      }),
      { numRuns: Number(process.env['GUICHET_HOSTILE_RUNS'] ?? 25), seed: 20261125, endOnFailure: true },
    )
  },
)

test('what a customer writes as HTML is words to the team, and what the team writes runs nowhere', async () => {
  const evil = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><style>*{}</style>'
  const me = new Api(origin, (await boot({ user_id: 'evil', name: evil })).session)
  const { body: begun } = await me.post('/messenger/api/conversations', {
    body: evil,
    url: 'javascript:alert(1)',
  })
  const { source } = (await api.get(`/conversations/${begun.id}`)).body
  expect(source.body).not.toMatch(/<(img|a|style)/)
  expect(source.url).toBeNull()
  const reply = { type: 'admin', admin_id: ownerId, message_type: 'comment', body: evil }
  await api.post(`/conversations/${begun.id}/reply`, reply)
  const { parts } = (await me.get(`/messenger/api/conversations/${begun.id}`)).body
  expect(parts.at(-1).body).not.toMatch(/onerror|javascript:|<style/)
})
