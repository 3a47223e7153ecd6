import { gatesAt } from '@guichet/contract/change.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import type { Actor } from '../domain/actor.ts'
import { contactsInAudience, isInAudience } from '../domain/audience/index.ts'
import { createBanner } from '../domain/banner/index.ts'

const guichet = await startGuichet()
const { api, appId, clock, createWorkspace, database, id, origin, ownerId } = guichet

const actor = (): Actor => ({
  ...{ workspace: { id, name: 'Test', timezone: 'UTC' }, adminId: ownerId, appId, scopes: 'all' },
  ...{ version: NEWEST, gates: gatesAt(NEWEST), strict: false, now: clock.now(), origin, ip: undefined },
})
const predicate = (attribute: string, comparison: string, value: string, type = 'string') => ({
  ...{ attribute, type, comparison, value },
})
const makeAudience = async (fields: object = {}) =>
  (await api.post('/audiences', { name: 'VIP', ...fields })).body
const members = async (fields: object) => {
  const audience = await makeAudience(fields)
  const page = { page: 1, perPage: 50, offset: 0 }
  const { data } = await contactsInAudience(database.read, actor(), { audienceId: Number(audience.id), page })
  return data.map(({ name }) => name).toSorted()
}
const error = ({
  status,
  body,
}: {
  status: number
  body: { errors: { code: string; message: string }[] }
}) => [status, body.errors[0]?.code, body.errors[0]?.message]

await api.post('/data_attributes', { name: 'plan', model: 'contact', data_type: 'string' })
const { body: acme } = await api.post('/companies', { company_id: 'acme', name: 'Acme Anvils' })
const { body: ada } = await api.post('/contacts', {
  ...{
    role: 'user',
    external_id: 'ada',
    name: 'Ada',
    email: 'ada@acme.example',
    custom_attributes: { plan: 'enterprise' },
  },
})
await api.post(`/contacts/${ada.id}/companies`, { id: acme.id })
const { body: bob } = await api.post('/contacts', {
  role: 'user',
  external_id: 'bob',
  name: 'Bob',
  email: 'bob@example.com',
})
const { body: lee } = await api.post('/contacts', { role: 'lead', name: 'Lee' })

test('an audience is made with 201, changed in part, and deleted with 204', async () => {
  const sent = {
    name: 'VIP Customers',
    predicates: [predicate('company.name', 'contains', 'Acme')],
    role_predicates: [],
  }
  const audience = await makeAudience(sent)
  expect(audience).toEqual({
    ...sent,
    type: 'audience',
    id: audience.id,
    created_at: clock.now(),
    updated_at: clock.now(),
  })
  const { body: renamed } = await api.put(`/audiences/${audience.id}`, { name: 'Enterprise' })
  expect(renamed).toEqual({ ...audience, name: 'Enterprise' })
  expect((await api.get('/audiences')).body).toMatchObject({
    page: 1,
    per_page: 50,
    total_count: 1,
    data: [renamed],
  })
  expect((await api.delete(`/audiences/${audience.id}`)).status).toBe(204)
  expect(error(await api.get(`/audiences/${audience.id}`))).toEqual([404, 'not_found', 'Resource Not Found'])
  expect(await topicsOf(guichet, 'audience', audience.id)).toEqual([
    'audience.created',
    'audience.updated',
    'audience.deleted',
  ])
})

test('an audience that cannot be is refused in the words of the API', async () => {
  expect(error(await api.post('/audiences', { predicates: [] }))).toEqual([
    422,
    'validation_error',
    'Name is required',
  ])
  const { id } = await makeAudience()
  expect(error(await api.put(`/audiences/${id}`, { name: ' ' }))).toEqual([
    422,
    'validation_error',
    'Name must not be blank',
  ])
  for (const bad of [
    predicate('nothing', 'eq', 'a'),
    predicate('name', 'resembles', 'a'),
    predicate('created_at', 'contains', 'a'),
  ])
    expect((await api.post('/audiences', { name: 'A', predicates: [bad] })).status).toBe(422)
})

test('an audience selects the contacts that its predicates say', async () => {
  expect(await members({ predicates: [predicate('company.name', 'contains', 'acme')] })).toEqual(['Ada'])
  expect(await members({ predicates: [predicate('custom_attributes.plan', 'eq', 'enterprise')] })).toEqual([
    'Ada',
  ])
  expect(await members({ predicates: [predicate('email', 'ends_with', '@example.com')] })).toEqual(['Bob'])
  expect(await members({ predicates: [predicate('email', 'unknown', '')] })).toEqual(['Lee'])
  expect(await members({ predicates: [predicate('name', 'in', 'Ada,Lee')] })).toEqual(['Ada', 'Lee'])
  expect(await members({ predicates: [predicate('created_at', 'gt', '1', 'relative')] })).toEqual([
    'Ada',
    'Bob',
    'Lee',
  ])
  expect(await members({})).toEqual(['Ada', 'Bob', 'Lee'])
})

test('roles narrow an audience, any of them being enough', async () => {
  const role = (value: string) => predicate('role', 'eq', value, 'role')
  expect(await members({ role_predicates: [role('lead')] })).toEqual(['Lee'])
  expect(await members({ role_predicates: [role('lead'), role('user')] })).toEqual(['Ada', 'Bob', 'Lee'])
  const users = { predicates: [predicate('name', 'ne', 'Ada')], role_predicates: [role('user')] }
  expect(await members(users)).toEqual(['Bob'])
})

test('content is for audiences, and stops being when they go', async () => {
  const audience = await makeAudience()
  const audience_ids = [Number(audience.id)]
  const { body: article } = await api.post('/articles', {
    title: 'For few',
    author_id: ownerId,
    audience_ids,
  })
  expect(article.audience_ids).toEqual(audience_ids)
  expect((await topicsOf(guichet, 'audience', audience.id)).at(-1)).toBe('audience.member_added')
  expect((await api.put(`/articles/${article.id}`, { audience_ids: [] })).body.audience_ids).toEqual([])
  expect((await topicsOf(guichet, 'audience', audience.id)).at(-1)).toBe('audience.member_removed')
  const { body: snippet } = await api.post('/content_snippets', { title: 'For few', audience_ids })
  await api.delete(`/audiences/${audience.id}`)
  expect((await api.get(`/content_snippets/${snippet.id}`)).body.audience_ids).toEqual([])
  expect(error(await api.put(`/content_snippets/${snippet.id}`, { audience_ids: [999] }))).toEqual([
    ...[404, 'parameter_invalid', 'audience_ids contains unknown audience IDs: 999'],
  ])
})

test('pages of a source are for whom the source is for', async () => {
  const audience_ids = [Number((await makeAudience()).id)]
  const source = { sync_behavior: 'api', url: 'https://x.example' }
  const { body: made } = await api.post('/ai/content_import_sources', {
    ...source,
    audience_ids: audience_ids[0],
  })
  expect(made.audience_ids).toEqual(audience_ids)
  expect(
    (await api.put(`/ai/content_import_sources/${made.id}`, { ...source, audience_ids: null })).body
      .audience_ids,
  ).toEqual([])
})

test('a banner is shown to its audience, counted, and dismissed for good', async () => {
  const audience = await makeAudience({ predicates: [predicate('name', 'eq', 'Ada')] })
  const audienceId = Number(audience.id)
  const [forAll, forAda] = await database.transaction(async tx => [
    await createBanner(tx, actor(), { title: 'Hi there', body: 'Hi there!' }),
    await createBanner(tx, actor(), { body: '<p>Only you</p>', audienceId, action: null }),
  ])
  const shown = async (contact: string) => (await api.get(`/contacts/${contact}/banners`)).body.data
  const [first, second] = await shown(ada.id)
  expect(first).toEqual({
    ...{
      type: 'banner',
      id: String(forAll),
      view_id: first.view_id,
      title: 'Hi there',
      style: 'inline',
      position: 'top',
    },
    ...{
      body: '<p class="no-margin">Hi there!</p>',
      show_dismiss_button: true,
      action: null,
      client_targeting: null,
    },
    created_at: clock.now(),
  })
  expect(second.id).toBe(String(forAda))
  expect((await shown(ada.id))[0].view_id).toBe(first.view_id)
  expect(await shown(bob.id)).toMatchObject([{ id: String(forAll) }])
  expect(await shown(lee.id)).toHaveLength(1)
  for (const _ of [1, 2])
    expect((await api.post(`/contacts/${ada.id}/banners/${first.view_id}/dismiss`)).body).toEqual({
      ...{ type: 'banner_dismiss', view_id: first.view_id, dismissed: true },
    })
  expect(await shown(ada.id)).toMatchObject([{ id: String(forAda) }])
  expect(await topicsOf(guichet, 'banner', String(forAda))).toEqual(['content_stat.banner'])
  expect((await api.post(`/contacts/${bob.id}/banners/${first.view_id}/dismiss`)).status).toBe(404)
  expect(error(await api.get('/contacts/6762f25f1bb69f9f2193bc26/banners'))[2]).toBe('User Not Found')
})

test('membership follows the contact', async () => {
  const audience = await makeAudience({ predicates: [predicate('name', 'starts_with', 'Robert')] })
  const isIn = () =>
    isInAudience(database.read, actor(), { contactId: bob.id, audienceId: Number(audience.id) })
  expect(await isIn()).toBe(false)
  await api.put(`/contacts/${bob.id}`, { name: 'Robert' })
  expect(await isIn()).toBe(true)
})

test('audiences of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const audience = await makeAudience()
  expect((await other.api.get(`/audiences/${audience.id}`)).status).toBe(404)
})
