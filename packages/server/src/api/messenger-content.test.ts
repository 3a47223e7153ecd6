import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../test/support/members.ts'

const guichet = await startGuichet()
const { api, origin, ownerId, clock } = guichet

test('a customer sees who is there, what others read and what is new', async () => {
  const workspace = await guichet.createWorkspace()
  const me = await customer(workspace)
  await publish(workspace, 'Parcels', '<p>Two days</p>')
  await tell(workspace, 'Autumn', 'live')
  await tell(workspace, 'Not yet', 'draft')
  const { body } = await me.get('/messenger/api/home?locale=en')
  expect(body).toMatchObject({
    ...{ workspace_name: 'Test', is_open: true, opens_at: null, news: { title: 'Autumn' } },
    team: [{ name: 'Ada Owner', avatar: null }],
    articles: [{ title: 'Parcels' }],
  })
  expect(JSON.stringify(body)).not.toContain('ada@example.com')
  expect((await me.get('/messenger/api/news')).body.data).toMatchObject([{ title: 'Autumn' }])
})

test('outside office hours a customer is told when the team is back', async () => {
  const workspace = await guichet.createWorkspace()
  const now = new Date(clock.ms())
  const tomorrow = ((now.getUTCDay() + 6) % 7) + 1
  const opens = (tomorrow % 7) * 1440 + 540
  await workspace.api.post('/office_hours_schedules', {
    ...{ name: 'Hours', time_zone_name: 'UTC' },
    time_intervals: [{ start_minute: opens, end_minute: opens + 60 }],
  })
  const { body } = await (await customer(workspace)).get('/messenger/api/home')
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) / 1000
  expect(body).toMatchObject({ is_open: false, opens_at: midnight + 9 * 3600 })
})

test('a customer browses and searches what is published, and nothing else', async () => {
  const me = await customer()
  const { body: collection } = await api.post('/help_center/collections', { name: 'Watering' })
  const article = await publish(guichet, 'Thirsty basil', '<p>A finger deep</p>', Number(collection.id))
  const draft = await api.post('/articles', { title: 'Secret basil', author_id: ownerId, state: 'draft' })
  expect((await me.get('/messenger/api/help/collections')).body.data).toMatchObject([
    { name: 'Watering', article_count: 1, articles: [{ id: article, title: 'Thirsty basil' }] },
  ])
  const found = (await me.get('/messenger/api/help/search?phrase=basil')).body
  expect(found.data.map(({ title }: { title: string }) => title)).toEqual(['Thirsty basil'])
  const page = await me.get(`/messenger/api/help/articles/${article}?locale=fr`)
  expect(page.body).toMatchObject({ title: 'Thirsty basil', locale: 'en', author: 'Ada Owner' })
  expect((await me.get(`/messenger/api/help/articles/${draft.body.id}`)).status).toBe(404)
  expect((await me.get('/messenger/api/help/articles/nothing')).status).toBe(404)
  const stranger = await customer(await guichet.createWorkspace())
  expect((await stranger.get(`/messenger/api/help/articles/${article}`)).status).toBe(404)
})

test('what a customer looks for is told to the team, by its words alone', async () => {
  const workspace = await guichet.createWorkspace()
  const me = await customer(workspace)
  await publish(workspace, 'Parcels', '<p>Two days</p>')
  for (const phrase of ['Customs form', 'parcels', 'me@example.com'])
    expect((await me.post('/messenger/api/help/searches', { phrase, locale: 'en' })).status).toBe(204)
  expect((await me.post('/messenger/api/help/searches', {})).status).toBe(400)
  const reader = await signedIn(guichet, await buildMember(guichet, 'light', { workspace }))
  const { body } = await reader.get('/app/api/knowledge/searches')
  expect(body).toMatchObject({ searches: 2, unanswered: 1 })
  expect(body.data.find((each: { unanswered: number }) => each.unanswered > 0)).toMatchObject({
    ...{ phrase: 'customs form', locale: 'en', searches: 1 },
  })
})

test('what a customer thinks of an article counts', async () => {
  const me = await customer()
  const article = await publish(guichet, 'Judged', '<p>x</p>')
  expect((await me.post(`/messenger/api/help/articles/${article}/views`)).status).toBe(204)
  expect((await me.put(`/messenger/api/help/articles/${article}/opinion`, { opinion: 'sad' })).status).toBe(
    204,
  )
  const refused = await me.put(`/messenger/api/help/articles/${article}/opinion`, { opinion: 'angry' })
  expect(refused.status).toBe(400)
  const { statistics } = (await api.get(`/articles/${article}`)).body
  expect(statistics).toMatchObject({ views: 1, sad_reaction_percentage: 100 })
})

test('a page tells what its user does, and only of them', async () => {
  const me = await customer(guichet, { user_id: 'doer' })
  const sent = { event_name: 'placed-order', metadata: { price: 12 }, user_id: 'somebody else' }
  expect((await me.post('/messenger/api/events', sent)).status).toBe(204)
  expect((await me.post('/messenger/api/events', { event_name: ' ' })).status).toBe(400)
  const { events } = (await api.get('/events?type=user&user_id=doer')).body
  expect(events).toMatchObject([{ event_name: 'placed-order', metadata: { price: 12 } }])
})

test('the way by which somebody came first is kept', async () => {
  const me = await customer(guichet, { user_id: 'comer' })
  const url = 'https://shop.example/?utm_source=letter&utm_campaign=spring'
  await me.post('/messenger/api/page_views', { url, referrer: 'https://search.example/?q=pots' })
  await me.post('/messenger/api/page_views', {
    url: 'https://shop.example/',
    referrer: 'https://other.example/',
  })
  await me.post('/messenger/api/page_views', { url: 'no address', referrer: 'javascript:alert(1)' })
  const query = { field: 'external_id', operator: '=', value: 'comer' }
  expect((await api.post('/contacts/search', { query })).body.data).toMatchObject([
    { utm_source: 'letter', utm_campaign: 'spring', referrer: 'https://search.example/?q=pots' },
  ])
})

test('an admin changes how the messenger looks, and it boots that way; an agent does not', async () => {
  const admin = await signedIn(guichet, await buildMember(guichet, 'admin'))
  const agent = await signedIn(guichet, await buildMember(guichet, 'agent'))
  const change = {
    ...{ color: '#7a3cff', alignment: 'left', spaces: ['messages', 'help'], languages: ['fr'] },
    greetings: { fr: { greeting: 'Salut {name}', introduction: 'On vous écoute' } },
  }
  expect((await agent.patch('/app/api/messenger_settings', change)).status).toBe(403)
  expect((await admin.patch('/app/api/messenger_settings', change)).body).toMatchObject(change)
  expect((await agent.get('/app/api/messenger_settings')).body).toMatchObject({
    ...change,
    vertical_padding: 20,
  })
  const { body } = await Api.ofNobody(origin).post('/messenger/api/sessions', { app_id: guichet.id })
  expect(body.settings).toMatchObject(change)
})

test('looks that cannot be shown are refused, and change nothing', async () => {
  const before = (await api.get('/app/api/messenger_settings')).body
  for (const change of [
    { color: 'red' },
    { color: '#12345' },
    { horizontal_padding: 5 },
    { spaces: [] },
    { spaces: ['home', 'home'] },
    { spaces: ['kitchen'] },
    { languages: ['<b>'] },
    { greetings: { en: { greeting: 'x'.repeat(121), introduction: '' } } },
  ])
    expect((await api.patch('/app/api/messenger_settings', change)).status).toBe(400)
  expect((await api.get('/app/api/messenger_settings')).body).toEqual(before)
})

async function customer({ id }: Pick<TestWorkspace, 'id'> = guichet, user_data: object = {}): Promise<Api> {
  const { body } = await Api.ofNobody(origin).post('/messenger/api/sessions', { app_id: id, user_data })
  return new Api(origin, body.session)
}

async function publish(
  workspace: TestWorkspace,
  title: string,
  body: string,
  parent?: number,
): Promise<string> {
  const article = await workspace.api.post('/articles', {
    ...{ title, body, author_id: workspace.ownerId, state: 'published' },
    ...(parent !== undefined && { parent_ids: [parent] }),
  })
  return article.body.id
}

async function tell(workspace: TestWorkspace, title: string, state: string): Promise<void> {
  const feeds = await workspace.api.get('/news/newsfeeds')
  await workspace.api.post('/news/news_items', {
    ...{ title, body: '<p>Sow now.</p>', sender_id: workspace.ownerId, state },
    newsfeed_assignments: [{ newsfeed_id: Number(feeds.body.data[0].id), published_at: clock.now() }],
  })
}
