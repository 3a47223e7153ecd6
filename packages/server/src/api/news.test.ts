import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, clock, id: workspaceId, ownerId } = await startGuichet()
const [feed] = (await api.get('/news/newsfeeds')).body.data

const makeItem = async (fields: object = {}) =>
  (await api.post('/news/news_items', { title: 'We have news', sender_id: ownerId, ...fields })).body

test('a workspace begins with a newsfeed', async () => {
  expect(feed).toMatchObject({ type: 'newsfeed', name: 'Test news' })
  expect((await api.get(`/news/newsfeeds/${feed.id}`)).body).toEqual(feed)
  expect((await api.get('/news/newsfeeds/999999')).status).toBe(404)
  expect((await api.get(`/news/newsfeeds/${feed.id}/items`)).body).toEqual({
    ...{
      type: 'list',
      pages: { type: 'pages', page: 1, per_page: 20, total_pages: 0 },
      data: [],
      total_count: 0,
    },
  })
})

test('a news item is a draft with four empty reactions until somebody says more', async () => {
  const item = await makeItem()
  expect(item).toEqual({
    ...{ id: item.id, type: 'news-item', workspace_id: workspaceId, title: 'We have news', body: '' },
    ...{
      sender_id: ownerId,
      state: 'draft',
      labels: [],
      cover_image_url: null,
      reactions: [null, null, null, null],
    },
    ...{
      deliver_silently: false,
      created_at: clock.now(),
      updated_at: clock.now(),
      newsfeed_assignments: [],
    },
  })
  expect((await api.at('2.7').get(`/news/news_items/${item.id}`)).body).toEqual(item)
})

test('a live item is on its newsfeeds, the newest first', async () => {
  const at = (published_at: number) => [{ newsfeed_id: Number(feed.id), published_at }]
  const item = await makeItem({
    ...{
      state: 'live',
      body: '<p>New costumes</p>',
      labels: ['Product', 'Update', 'New'],
      reactions: ['😆', '😅'],
    },
    ...{ deliver_silently: true, newsfeed_assignments: at(clock.now() - 60) },
  })
  expect(item).toMatchObject({
    body: '<p>New costumes</p>',
    labels: ['New', 'Product', 'Update'],
    reactions: ['😆', '😅'],
  })
  const newer = await makeItem({ state: 'live', newsfeed_assignments: at(clock.now() - 10) })
  await makeItem({ newsfeed_assignments: at(clock.now() - 5) })
  const { body } = await api.get(`/news/newsfeeds/${feed.id}/items`)
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual([newer.id, item.id])
})

test('a change leaves alone what it does not say', async () => {
  const item = await makeItem({ labels: ['New'] })
  const { body } = await api.put(`/news/news_items/${item.id}`, {
    title: 'Christmas',
    sender_id: ownerId,
    reactions: ['😝', null],
  })
  expect(body).toEqual({ ...item, title: 'Christmas', reactions: ['😝', null] })
  expect((await api.put('/news/news_items/999999', { title: 'A', sender_id: ownerId })).status).toBe(404)
})

test('a news item that cannot be is refused', async () => {
  const later = [{ newsfeed_id: Number(feed.id), published_at: clock.now() + 60 }]
  const bad = [
    ...[{ title: ' ' }, { title: 'x'.repeat(256) }, { sender_id: 999_999 }, { state: 'loud' }],
    ...[{ newsfeed_assignments: later }, { newsfeed_assignments: [{ newsfeed_id: 999_999 }] }],
    ...[{ labels: ['x'.repeat(300)] }, { reactions: Array(99).fill('👍') }, { reactions: ['x'.repeat(99)] }],
  ]
  for (const fields of bad) {
    const { status } = await api.post('/news/news_items', { title: 'A', sender_id: ownerId, ...fields })
    expect([fields, status]).toEqual([fields, 400])
  }
})

test('a deleted news item leaves its newsfeeds', async () => {
  const item = await makeItem({
    state: 'live',
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id), published_at: 1 }],
  })
  expect((await api.delete(`/news/news_items/${item.id}`)).body).toEqual({
    id: item.id,
    object: 'news-item',
    deleted: true,
  })
  expect((await api.get(`/news/news_items/${item.id}`)).status).toBe(404)
  const { body } = await api.get(`/news/newsfeeds/${feed.id}/items`)
  expect(body.data.map(({ id }: { id: string }) => id)).not.toContain(item.id)
})
