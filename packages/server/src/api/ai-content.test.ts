import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, clock } = guichet

const makeSource = async (fields: object = {}) =>
  (
    await api.post('/ai/content_import_sources', {
      sync_behavior: 'api',
      url: 'https://www.example.com',
      ...fields,
    })
  ).body
const page = (source_id: number, fields: object = {}) => ({
  ...{
    title: 'Test',
    html: '<html><body><h1>Test</h1></body></html>',
    url: 'https://www.example.com',
    locale: 'en',
  },
  ...{ source_id, external_id: 'abc1234', ...fields },
})
const savePage = async (source_id: number, fields: object = {}) =>
  (await api.post('/ai/external_pages', page(source_id, fields))).body

test('a source is made active, of an integer id', async () => {
  const source = await makeSource()
  expect(source).toEqual({
    ...{ id: expect.any(Number), type: 'content_import_source', status: 'active', sync_behavior: 'api' },
    ...{ url: 'https://www.example.com', audience_ids: [] },
    ...{ last_synced_at: clock.now(), created_at: clock.now(), updated_at: clock.now() },
  })
  expect((await api.at('2.12').get(`/ai/content_import_sources/${source.id}`)).body).not.toHaveProperty(
    'audience_ids',
  )
  expect((await api.get('/ai/content_import_sources')).body).toMatchObject({
    total_count: 1,
    pages: { per_page: 50 },
  })
  expect((await api.at('2.11').get('/ai/content_import_sources')).status).toBe(400)
})

test('a source never changes to or from the API, and its address is one of the web', async () => {
  const source = await makeSource()
  const put = (fields: object) =>
    api.put(`/ai/content_import_sources/${source.id}`, { sync_behavior: 'api', url: source.url, ...fields })
  expect((await put({ sync_behavior: 'automated' })).body.errors[0].message).toBe(
    'sync_behavior cannot be changed to or from api',
  )
  for (const url of ['nowhere', 'javascript:alert(1)', `https://x.example/${'x'.repeat(3000)}`])
    expect((await put({ url })).status).toBe(400)
  const { body } = await put({ url: 'https://www.example.org', status: 'deactivated' })
  expect(body).toMatchObject({ url: 'https://www.example.org', status: 'deactivated' })
  expect(
    (await api.post('/ai/content_import_sources', { sync_behavior: 'automatic', url: source.url })).status,
  ).toBe(400)
  expect(await topicsOf(guichet, 'content_import_source', String(source.id))).toEqual([
    ...['content_import_source.created', 'content_import_source.updated'],
  ])
})

test('a page is made once and changed under the id its source gives it', async () => {
  const source = await makeSource()
  const made = await savePage(source.id)
  expect(made).toEqual({
    ...{ ...page(source.id), id: expect.any(String), type: 'external_page', fin_availability: true },
    ...{ ai_agent_availability: true, ai_copilot_availability: true, ai_sales_agent_availability: true },
    ...{ created_at: clock.now(), updated_at: clock.now(), last_ingested_at: clock.now() },
  })
  clock.advance(5)
  const again = await savePage(source.id, { title: 'Other', ai_agent_availability: false })
  expect(again).toMatchObject({
    id: made.id,
    title: 'Other',
    ai_agent_availability: false,
    created_at: made.created_at,
  })
  expect((await savePage(source.id)).ai_agent_availability).toBe(false)
  expect((await api.get(`/ai/content_import_sources/${source.id}`)).body.last_synced_at).toBe(clock.now())
  expect((await savePage((await makeSource()).id)).id).not.toBe(made.id)
})

test('what runs is taken out of a page, and its outer tags stay', async () => {
  const source = await makeSource()
  const { html } = await savePage(source.id, {
    html: '<html><head><title>x</title><script>alert(1)</script></head><body onload="x()"><h1>Hi</h1></body></html>',
  })
  expect(html).toBe('<html><body><h1>Hi</h1></body></html>')
})

test('a page is changed by its own id, and never takes the place of another', async () => {
  const source = await makeSource()
  const one = await savePage(source.id, { external_id: 'one' })
  await savePage(source.id, { external_id: 'two' })
  const put = (fields: object) =>
    api.put(`/ai/external_pages/${one.id}`, page(source.id, { external_id: undefined, ...fields }))
  expect((await put({ title: 'Changed', fin_availability: false })).body).toMatchObject({
    ...{ title: 'Changed', external_id: 'one', fin_availability: false, ai_agent_availability: false },
  })
  expect((await put({ external_id: 'two' })).status).toBe(409)
  expect((await put({ source_id: 999_999 })).status).toBe(404)
})

test('a deleted page is answered without its text, and is found no more', async () => {
  const source = await makeSource()
  const made = await savePage(source.id, { title: 'Platypus' })
  const found = async () => (await api.get('/content/search?query=platypus')).body.data
  expect(await found()).toEqual([{ type: 'external_content', id: made.id, title: 'Platypus' }])
  expect((await api.delete(`/ai/external_pages/${made.id}`)).body).toEqual({ ...made, html: '' })
  expect((await api.get(`/ai/external_pages/${made.id}`)).status).toBe(404)
  expect(await found()).toEqual([])
})

test('a deleted source takes its pages with it', async () => {
  const source = await makeSource()
  const made = await savePage(source.id)
  expect((await api.delete(`/ai/content_import_sources/${source.id}`)).status).toBe(204)
  expect((await api.get(`/ai/content_import_sources/${source.id}`)).status).toBe(404)
  expect((await api.get(`/ai/external_pages/${made.id}`)).status).toBe(404)
  expect((await topicsOf(guichet, 'content_import_source', String(source.id))).at(-1)).toBe(
    'content_import_source.deleted',
  )
})

test('a page that cannot be is refused', async () => {
  const source = await makeSource()
  const bad = [
    { locale: 'fr' },
    { title: ' ' },
    { url: 'nowhere' },
    { external_id: 'x'.repeat(256) },
    { external_id: ' ' },
  ]
  for (const fields of bad)
    expect([fields, (await api.post('/ai/external_pages', page(source.id, fields))).status]).toEqual([
      fields,
      400,
    ])
  expect((await api.post('/ai/external_pages', page(999_999))).status).toBe(404)
})
