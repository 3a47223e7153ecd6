import { expect, test } from 'vitest'
import { buildAdmin, buildSubscriptionType } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, createWorkspace, clock } = guichet

let made = 0
const newUser = async (more: object = {}) => {
  made += 1
  const { body } = await api.post('/contacts', {
    email: `user${made}@example.com`,
    external_id: `ext-${made}`,
    ...more,
  })
  return body
}
const newLead = async (more: object = {}) => (await api.post('/contacts', { role: 'lead', ...more })).body

test('a user is created with every key the API is recorded with, in its order', async () => {
  const { body } = await api
    .at('2.16')
    .post('/contacts', { email: ' Joe@Bloggs.com ', external_id: '70', name: 'Joe Bloggs' })
  const addressable = (path: string) => ({
    type: 'list',
    data: [],
    url: `/contacts/${body.id}/${path}`,
    total_count: 0,
    has_more: false,
  })
  expect(body).toMatchObject({
    ...{
      type: 'contact',
      external_id: '70',
      role: 'user',
      email: 'joe@bloggs.com',
      name: 'Joe Bloggs',
      avatar: null,
    },
    ...{ phone: null, owner_id: null, created_at: clock.now(), updated_at: clock.now(), signed_up_at: null },
    ...{ tags: addressable('tags'), companies: addressable('companies'), notes: addressable('notes') },
    ...{ opted_in_subscription_types: addressable('subscriptions'), custom_attributes: {} },
  })
  expect(Object.keys(body).slice(0, 12)).toEqual([
    ...['type', 'id', 'workspace_id', 'external_id', 'role', 'email', 'phone', 'name', 'avatar', 'owner_id'],
    ...['social_profiles', 'has_hard_bounced'],
  ])
  expect(Object.keys(body).at(-1)).toBe('enabled_push_messaging')
  expect((await api.get(`/contacts/${body.id}`)).body).toMatchObject({ ...body, formatted_phone: null })
})

test('the owner is a number up to 2.15 and a text from 2.16 on, and has to be a teammate', async () => {
  const owner = await buildAdmin(guichet, 'Olive Owner')
  const { id } = await newUser({ owner_id: owner })
  expect((await api.at('2.15').get(`/contacts/${id}`)).body.owner_id).toBe(owner)
  expect((await api.at('2.16').get(`/contacts/${id}`)).body.owner_id).toBe(String(owner))
  const refused = await api.put(`/contacts/${id}`, { owner_id: '999999999' })
  expect(refused.status).toBe(400)
  expect(refused.body.errors[0].message).toBe('The owner specified is not a member of the workspace')
  expect((await api.put(`/contacts/${id}`, { owner_id: null })).body.owner_id).toBe(null)
})

test('a user needs an identity, a lead needs nothing', async () => {
  const { status, body } = await api.post('/contacts', { name: 'Nobody' })
  expect([status, body.errors[0].code]).toEqual([400, 'parameter_not_found'])
  expect((await api.post('/contacts', { role: 'lead' })).body).toMatchObject({ role: 'lead', email: null })
  expect((await api.post('/contacts', { type: 'lead', email: 'stray@example.com' })).body.role).toBe('user')
})

test('identity is unique among users and the conflict names who has it', async () => {
  const user = await newUser()
  const taken = `A contact matching those details already exists with id=${user.id}`
  for (const identity of [{ email: user.email.toUpperCase() }, { external_id: user.external_id }]) {
    const { status, body } = await api.post('/contacts', identity)
    expect([status, body.errors[0]]).toEqual([409, { code: 'conflict', message: taken }])
  }
  expect((await api.post('/contacts', { role: 'lead', email: user.email })).status).toBe(200)
  const other = await newUser()
  const moved = await api.put(`/contacts/${other.id}`, { email: user.email })
  expect([moved.status, moved.body.errors[0].message]).toEqual([409, taken])
  const lead = await newLead({ email: user.email })
  expect((await api.put(`/contacts/${lead.id}`, { role: 'user' })).body.errors[0].message).toBe(taken)
  await api.post(`/contacts/${user.id}/archive`)
  const again = await api.post('/contacts', { email: user.email })
  expect(again.body.errors[0].message).toBe(
    `An archived contact matching those details already exists with id=${user.id}`,
  )
})

test('of many at once one is made and the others are told its id', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => api.post('/contacts', { email: 'race@example.com' })),
  )
  const [winner] = answers.filter(({ status }) => status === 200)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
  for (const { status, body } of answers)
    if (status === 409)
      expect(body.errors[0].message).toBe(
        `A contact matching those details already exists with id=${winner?.body.id}`,
      )
})

test('an update changes what it names, merges attributes, and null clears', async () => {
  await api.post('/data_attributes', { name: 'plan', model: 'contact', data_type: 'string' })
  await api.post('/data_attributes', { name: 'seats', model: 'contact', data_type: 'integer' })
  const { id, email } = await newUser({
    name: 'Ada',
    phone: '+353 87 123 4567',
    custom_attributes: { plan: 'pro', seats: 3 },
  })
  const { body } = await api.put(`/contacts/${id}`, { name: null, custom_attributes: { plan: null } })
  expect(body).toMatchObject({
    id,
    email,
    name: null,
    formatted_phone: '+353871234567',
    custom_attributes: { seats: 3 },
  })
  expect(body.custom_attributes).not.toHaveProperty('plan')
  const unknown = await api.put(`/contacts/${id}`, { custom_attributes: { nope: 1 } })
  expect(unknown.body.errors[0]).toMatchObject({
    code: 'parameter_invalid',
    message: "Custom attribute 'nope' does not exist",
  })
})

test('a lead becomes a user, never the other way', async () => {
  const lead = await newLead({ email: 'growing@example.com' })
  expect((await api.put(`/contacts/${lead.id}`, { role: 'user' })).body.role).toBe('user')
  expect((await api.put(`/contacts/${lead.id}`, { role: 'lead' })).body.role).toBe('user')
  expect((await api.put(`/contacts/${lead.id}`, { email: null })).status).toBe(400)
})

test('values that cannot be are refused', async () => {
  const refused = [
    { email: 'no address' },
    { external_id: 'x'.repeat(300), email: 'a@b.c' },
    { email: 'a@b.c', role: 'admin' },
    { email: 'a@b.c', signed_up_at: 99_999_999_999_999 },
    { email: 'a@b.c', name: 'x'.repeat(5000) },
    { external_id: 'only', email_verified: true },
  ]
  for (const body of refused)
    expect((await api.post('/contacts', body)).status, JSON.stringify(body)).toBe(400)
})

test('avatars come as text or object, a language only at Preview', async () => {
  const { id } = await newUser({ avatar: 'https://example.com/a.png', language_override: 'fr' })
  expect((await api.get(`/contacts/${id}`)).body).toMatchObject({
    avatar: { type: 'avatar', image_url: 'https://example.com/a.png' },
    language_override: 'fr',
  })
  expect(
    (await api.at('2.16').put(`/contacts/${id}`, { language_override: 'de' })).body.language_override,
  ).toBe('fr')
  expect(
    (await api.put(`/contacts/${id}`, { language_override: 'klingon', avatar: null })).body,
  ).toMatchObject({
    ...{ avatar: null, language_override: null },
  })
})

test('an archived contact leaves lists and searches, can be read, and comes back', async () => {
  const { id, external_id, email } = await newUser()
  const found = async () =>
    (await api.post('/contacts/search', { query: { field: 'email', operator: '=', value: email } })).body
      .total_count
  expect((await api.post(`/contacts/${id}/archive`)).body).toEqual({
    type: 'contact',
    id,
    external_id,
    archived: true,
  })
  expect([await found(), (await api.get(`/contacts/${id}`)).status]).toEqual([0, 200])
  expect((await api.post(`/contacts/${id}/unarchive`)).body).toEqual({
    type: 'contact',
    id,
    external_id,
    archived: false,
  })
  expect(await found()).toBe(1)
})

test('a blocked contact cannot be made again', async () => {
  const { id, external_id, email } = await newLead({ email: 'blocked@example.com' })
  expect((await api.post(`/contacts/${id}/block`)).body).toEqual({
    type: 'contact',
    id,
    external_id,
    blocked: true,
  })
  for (const again of [await api.post('/contacts', { email }), await api.post(`/contacts/${id}/unarchive`)])
    expect(again.body.errors[0].code).toBe('not_restorable')
  expect((await api.at('2.12').post(`/contacts/${id}/block`)).body.errors[0].code).toBe(
    'intercom_version_invalid',
  )
})

test('up to 2.9 the answers of archiving and deleting name the object too', async () => {
  const { id, external_id } = await newUser()
  const archived = await api.at('2.9').post(`/contacts/${id}/archive`)
  expect(archived.body).toEqual({ type: 'contact', id, external_id, object: 'contact', archived: true })
  expect((await api.at('2.10').post(`/contacts/${id}/unarchive`)).body).not.toHaveProperty('object')
  expect((await api.at('2.7').delete(`/contacts/${id}`)).body.object).toBe('contact')
})

test('a deleted contact is gone and frees its identity', async () => {
  const { id, external_id, email } = await newUser()
  await api.post(`/contacts/${id}/archive`)
  expect((await api.delete(`/contacts/${id}`)).body).toEqual({
    type: 'contact',
    id,
    external_id,
    deleted: true,
  })
  const missing = await api.get(`/contacts/${id}`)
  expect([missing.status, missing.body.errors[0]]).toEqual([
    404,
    { code: 'not_found', message: 'User Not Found' },
  ])
  expect((await api.post('/contacts', { email, external_id })).status).toBe(200)
  const forgotten = await newLead()
  expect((await api.post('/user_delete_requests', { intercom_user_id: forgotten.id })).body).toEqual({
    id: forgotten.id,
  })
  expect((await api.get(`/contacts/${forgotten.id}`)).status).toBe(404)
})

test('a user is found by its external id, and only a user', async () => {
  const user = await newUser({ external_id: 'with space/slash' })
  await newLead({ external_id: 'lead-ext' })
  const { body } = await api.get(`/contacts/find_by_external_id/${encodeURIComponent('with space/slash')}`)
  expect(body.id).toBe(user.id)
  expect((await api.get('/contacts/find_by_external_id/lead-ext')).status).toBe(404)
})

test('contacts are listed ten at a time, the newest first, page by page', async () => {
  const other = await createWorkspace()
  for (let n = 1; n <= 12; n += 1) {
    clock.advance(1)
    await other.api.post('/contacts', { external_id: `listed-${n}` })
  }
  const { body: first } = await other.api.get('/contacts')
  expect([first.data.length, first.total_count, first.pages.total_pages]).toEqual([10, 12, 2])
  const { body: second } = await other.api.get(
    `/contacts?starting_after=${encodeURIComponent(first.pages.next.starting_after)}`,
  )
  expect([...first.data, ...second.data].map(({ external_id }) => external_id)).toEqual(
    Array.from({ length: 12 }, (_, n) => `listed-${12 - n}`),
  )
  expect([second.pages.page, 'next' in second.pages]).toEqual([2, false])
  const bad = await other.api.get('/contacts?starting_after=nonsense')
  expect([bad.status, bad.body.errors[0].code]).toEqual([400, 'client_error'])
  const empty = await createWorkspace()
  expect((await empty.api.get('/contacts')).body).toEqual({
    ...{
      type: 'list',
      data: [],
      total_count: 0,
      pages: { type: 'pages', page: 1, per_page: 10, total_pages: 0 },
    },
  })
})

test('only what a contact chose about subscriptions is told', async () => {
  const { id } = await newUser()
  const news = await buildSubscriptionType(guichet, 'opt_out')
  const texts = await buildSubscriptionType(guichet, 'opt_in')
  expect((await api.get(`/contacts/${id}/subscriptions`)).body.data).toEqual([])
  for (const [type, consent] of [
    [news, 'opt_out'],
    [texts, 'opt_in'],
  ])
    expect(
      (await api.post(`/contacts/${id}/subscriptions`, { id: type, consent_type: consent })).body.id,
    ).toBe(String(type))
  const { body } = await api.get(`/contacts/${id}`)
  expect(body.opted_out_subscription_types.data).toEqual([
    { type: 'subscription', id: String(news), url: `/subscriptions/${news}` },
  ])
  expect(body.opted_in_subscription_types.total_count).toBe(1)
  expect((await api.get(`/contacts/${id}/subscriptions`)).body.data).toHaveLength(2)
  expect((await api.post(`/contacts/${id}/subscriptions`, { id: news, consent_type: 'opt_in' })).status).toBe(
    400,
  )
  const missing = await api.post(`/contacts/${id}/subscriptions`, { id: '999999999', consent_type: 'opt_in' })
  expect(missing.body.errors[0]).toMatchObject({ code: 'not_found', message: 'Resource Not Found' })
  await api.delete(`/contacts/${id}/subscriptions/${news}`)
  expect((await api.get(`/contacts/${id}/subscriptions`)).body.data).toMatchObject([{ id: String(texts) }])
})

test('no more than ten tags are shown on a contact, the latest first', async () => {
  const { id } = await newUser()
  for (let n = 1; n <= 11; n += 1) {
    const { body: tag } = await api.post('/tags', { name: `shown ${n}` })
    await api.post(`/contacts/${id}/tags`, { id: tag.id })
  }
  const { tags } = (await api.get(`/contacts/${id}`)).body
  expect([tags.data.length, tags.total_count, tags.has_more]).toEqual([10, 11, true])
  expect(tags.data[0].url).toBe(`/tags/${tags.data[0].id}`)
})

test('contacts of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { id } = await newUser()
  for (const answer of [
    await other.api.get(`/contacts/${id}`),
    await other.api.put(`/contacts/${id}`, { name: 'Mine' }),
    await other.api.post(`/contacts/${id}/archive`),
    await other.api.delete(`/contacts/${id}`),
  ])
    expect(answer.status).toBe(404)
})
