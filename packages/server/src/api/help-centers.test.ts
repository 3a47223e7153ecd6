import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, createWorkspace, id: workspaceId, origin, ownerId } = guichet
const [{ id: helpCenterId, url: home }] = (await api.get('/help_center/help_centers')).body.data

const makeCollection = async (fields: object = {}) =>
  (await api.post('/help_center/collections', { name: 'Thanks for everything', ...fields })).body

test('a workspace begins with one help center, which is read only', async () => {
  const { body: helpCenter } = await api.get(`/help_center/help_centers/${helpCenterId}`)
  expect(helpCenter).toEqual({
    ...{ id: helpCenterId, workspace_id: workspaceId, created_at: clock.now(), updated_at: clock.now() },
    ...{ identifier: workspaceId, website_turned_on: true, display_name: 'Test', custom_domain: null },
    ...{ url: `${origin}/help/${workspaceId}`, default: true, locales: ['en'] },
  })
  expect((await api.at('2.11').get('/help_center/help_centers')).body.data[0]).not.toHaveProperty('locales')
  expect((await api.get('/help_center/help_centers/999999')).body.errors[0].message).toBe(
    'Resource Not Found',
  )
})

test('a collection has a name, a place after its siblings and an address', async () => {
  const first = await makeCollection({ description: 'About' })
  expect(first).toEqual({
    ...{ id: first.id, workspace_id: workspaceId, name: 'Thanks for everything', description: 'About' },
    ...{ created_at: clock.now(), updated_at: clock.now(), icon: 'book-bookmark', parent_id: null },
    ...{ order: expect.any(Number), help_center_id: Number(helpCenterId) },
    url: `${home}/en/collections/${first.id}-thanks-for-everything`,
  })
  expect((await makeCollection()).order).toBe(first.order + 1)
  expect((await makeCollection({ parent_id: Number(first.id) })).order).toBe(1)
  expect((await makeCollection({ description: undefined })).description).toBe('')
})

test('a collection without a name is refused in the words of the API', async () => {
  for (const body of [{ description: 'Missing required parameter' }, { name: '  ' }]) {
    const { status, body: refusal } = await api.post('/help_center/collections', body)
    expect([status, refusal.errors[0]]).toMatchObject([
      400,
      { code: 'parameter_not_found', message: 'Name is a required parameter.' },
    ])
  }
  for (const bad of [
    { name: 'x'.repeat(256) },
    { parent_id: '99999999' },
    { translated_content: { xx: {} } },
  ])
    expect((await api.post('/help_center/collections', { name: 'A', ...bad })).status).toBe(400)
  expect((await api.post('/help_center/collections', { name: 'A', help_center_id: 9e9 })).status).toBe(404)
})

test('collections nest, move, and never into themselves', async () => {
  const outer = await makeCollection()
  const inner = await makeCollection({ parent_id: outer.id })
  const innermost = await makeCollection({ parent_id: inner.id })
  const move = (id: string, parent_id: string | null) =>
    api.put(`/help_center/collections/${id}`, { parent_id })
  expect((await move(outer.id, innermost.id)).status).toBe(400)
  expect((await move(outer.id, outer.id)).status).toBe(400)
  expect((await move(innermost.id, outer.id)).body.parent_id).toBe(outer.id)
  expect((await move(innermost.id, null)).body.parent_id).toBeNull()
})

test('collections are listed page by page, those changed last first', async () => {
  const older = await makeCollection()
  clock.advance(10)
  await makeCollection()
  clock.advance(10)
  await api.put(`/help_center/collections/${older.id}`, { name: 'Renamed' })
  const { body } = await api.get('/help_center/collections?per_page=1')
  expect(body.data[0]).toMatchObject({ id: older.id, name: 'Renamed', updated_at: clock.now() })
  expect(body.pages).toMatchObject({ page: 1, per_page: 1, next: expect.stringContaining('page=2') })
})

test('deleting a collection deletes those inside it and keeps its articles', async () => {
  const outer = await makeCollection()
  const inner = await makeCollection({ parent_id: outer.id })
  const { body: article } = await api.post('/articles', {
    ...{ title: 'Stays', author_id: ownerId, parent_ids: [Number(inner.id), Number(outer.id)] },
  })
  expect(article.parent_ids).toEqual([Number(inner.id), Number(outer.id)])
  expect((await api.delete(`/help_center/collections/${outer.id}`)).body).toEqual({
    ...{ id: outer.id, object: 'collection', deleted: true },
  })
  expect((await api.get(`/help_center/collections/${inner.id}`)).status).toBe(404)
  expect((await api.get(`/articles/${article.id}`)).body.parent_ids).toEqual([])
})

test('a help center that is written to in a second language shows its content in both', async () => {
  const other = await createWorkspace()
  const { body: plain } = await other.api.post('/help_center/collections', { name: 'Plain' })
  expect(plain).not.toHaveProperty('translated_content')
  const { body: french } = await other.api.post('/help_center/collections', {
    name: 'Thanks',
    translated_content: { type: 'group_translated_content', fr: { type: 'group_content', name: 'Merci' } },
  })
  expect(french).toMatchObject({
    default_locale: 'en',
    translated_content: {
      ...{ type: 'group_translated_content', en: { type: 'group_content', name: 'Thanks' } },
      fr: { type: 'group_content', name: 'Merci', description: '' },
    },
  })
  expect(
    (await other.api.get(`/help_center/collections/${plain.id}`)).body.translated_content,
  ).not.toHaveProperty('fr')
  const { body: cleared } = await other.api.put(`/help_center/collections/${french.id}`, {
    translated_content: { fr: null },
  })
  expect(cleared.translated_content).not.toHaveProperty('fr')
})

test('up to 2.9 collections have a type, and those inside others are sections', async () => {
  const old = api.at('2.9')
  const { body: collection } = await old.post('/help_center/collections', { name: 'Old' })
  expect(collection).toMatchObject({ type: 'collection' })
  const { body: section } = await old.post('/help_center/sections', {
    name: 'Part',
    parent_id: Number(collection.id),
  })
  expect(section).toMatchObject({ type: 'section', name: 'Part', parent_id: Number(collection.id) })
  expect((await old.get(`/help_center/sections/${section.id}`)).body).toEqual(section)
  expect((await old.get(`/help_center/collections/${section.id}`)).status).toBe(404)
  expect((await old.get(`/help_center/sections/${collection.id}`)).status).toBe(404)
  const ids = async (path: string) => (await old.get(path)).body.data.map(({ id }: { id: string }) => id)
  expect(await ids('/help_center/sections?per_page=150')).toContain(section.id)
  expect(await ids('/help_center/collections?per_page=150')).not.toContain(section.id)
  const { body: renamed } = await old.put(`/help_center/sections/${section.id}`, { name: 'Renamed' })
  expect(renamed).toMatchObject({ name: 'Renamed', parent_id: Number(collection.id) })
  expect((await api.get(`/help_center/collections/${section.id}`)).body).toMatchObject({
    parent_id: collection.id,
  })
  expect((await old.delete(`/help_center/sections/${section.id}`)).body).toMatchObject({ object: 'section' })
  expect((await api.at('2.10').get('/help_center/sections')).body.errors[0].code).toBe(
    'intercom_version_invalid',
  )
})

test('a redirect leads an old address to an article or a collection', async () => {
  const collection = await makeCollection()
  const base = `/help_center/help_centers/${helpCenterId}/redirects`
  const sent = {
    from_url: `${home}/old-page`,
    locale: 'fr',
    target_type: 'collection',
    target_id: collection.id,
  }
  const { body: redirect } = await api.post(base, sent)
  expect(redirect).toEqual({
    ...{ ...sent, type: 'help_center_redirect', id: redirect.id, locale: 'en', help_center_id: helpCenterId },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  })
  expect((await api.get(base)).body).toMatchObject({
    data: [redirect],
    total_count: 1,
    pages: { per_page: 50 },
  })
  const again = await api.post(base, sent)
  expect([again.status, again.body.errors[0]]).toEqual([
    409,
    { code: 'resource_conflict', message: 'A redirect with that URL already exists' },
  ])
  expect((await api.delete(`${base}/${redirect.id}`)).body).toMatchObject({ object: 'help_center_redirect' })
  expect((await api.get(`${base}/${redirect.id}`)).body.errors[0].message).toBe('Resource not found')
})

test('a redirect that cannot work is refused in the words of the API', async () => {
  const collection = await makeCollection()
  const good = { from_url: `${home}/x`, locale: 'en', target_type: 'collection', target_id: collection.id }
  const refusal = async (fields: object) => {
    const { status, body } = await api.post(`/help_center/help_centers/${helpCenterId}/redirects`, {
      ...good,
      ...fields,
    })
    return [status, body.errors[0].code, body.errors[0].message]
  }
  expect(await refusal({ from_url: undefined })).toEqual([400, 'parameter_not_found', 'from_url is required'])
  expect(await refusal({ target_type: 'folder' })).toEqual([
    400,
    'parameter_invalid',
    "target_type must be 'article' or 'collection'",
  ])
  for (const from_url of ['/x', 'https://elsewhere.example/x', home, `${home}/${'x'.repeat(5000)}`])
    expect((await refusal({ from_url }))[1]).toBe('data_invalid')
  expect((await refusal({ target_id: '999999' }))[1]).toBe('data_invalid')
  expect((await api.get('/help_center/help_centers/999/redirects')).status).toBe(404)
})
