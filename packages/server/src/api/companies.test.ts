import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, id: workspaceId, createWorkspace, clock } = await startGuichet()

const NOBODY = '6762f25f1bb69f9f2193bc26'
let counter = 0
const nextId = () => `company-${++counter}`
const makeCompany = async (fields: object = {}) =>
  (await api.post('/companies', { company_id: nextId(), name: 'Acme', ...fields })).body

test('a company is made once and changed under its company_id afterwards', async () => {
  const company_id = nextId()
  const sent = {
    ...{ company_id, name: 'Acme', size: 85, website: 'https://acme.example', industry: 'Anvils' },
    ...{ plan: 'Enterprise', monthly_spend: 1000.9, remote_created_at: 1_374_138_000 },
  }
  const { body: made } = await api.post('/companies', sent)
  expect(made).toEqual({
    ...{ ...sent, type: 'company', id: expect.stringMatching(/^[0-9a-f]{24}$/), app_id: workspaceId },
    ...{ created_at: clock.now(), updated_at: clock.now(), monthly_spend: 1000 },
    ...{ session_count: 0, user_count: 0, custom_attributes: {} },
    plan: { type: 'plan', id: expect.any(String), name: 'Enterprise' },
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    notes: {
      type: 'note.list',
      data: [],
      url: `/companies/${made.id}/notes`,
      total_count: 0,
      has_more: false,
    },
  })
  const { body: changed } = await api.post('/companies', { company_id, name: 'Acme Ltd' })
  expect(changed).toEqual({ ...made, name: 'Acme Ltd' })
  expect((await api.get(`/companies/${made.id}`)).body).toEqual(changed)
})

test('what a company does not have is left out, but for an empty plan', async () => {
  const company = await makeCompany()
  for (const key of ['size', 'website', 'industry', 'last_request_at'])
    expect(company).not.toHaveProperty(key)
  expect(company.plan).toEqual({})
  expect(company.remote_created_at).toBe(company.created_at)
})

test('saving the same company many times at once makes one', async () => {
  const company_id = nextId()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => api.post('/companies', { company_id, plan: 'Shared', size: n })),
  )
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id} ${body.plan.id}`)).size).toBe(1)
})

test('a key no company has is refused by name, and so is a company without company_id', async () => {
  const { status, body } = await api.post('/companies', { test: 'invalid' })
  expect([status, body.errors]).toEqual([400, [{ code: 'bad_request', message: "bad 'test' parameter" }]])
  expect((await api.post('/companies', { name: 'No id' })).body.errors[0].code).toBe('parameter_not_found')
})

test('values beyond what a company can hold are refused', async () => {
  const bad = [
    ...[
      { monthly_spend: 2_147_483_648 },
      { size: 1e10 },
      { remote_created_at: 1e18 },
      { name: 'x'.repeat(256) },
    ],
    ...[{ plan: 'x'.repeat(256) }, { name: { a: 1 } }, { size: 'many' }, { company_id: 'x'.repeat(256) }],
    ...[{ custom_attributes: { unheard_of: 1 } }, { custom_attributes: [] }, { monthly_spend: 'much' }],
  ]
  for (const fields of bad) {
    const { status } = await api.post('/companies', { company_id: nextId(), ...fields })
    expect([fields, status]).toEqual([fields, 400])
  }
  const { body } = await api.post('/companies', { company_id: nextId(), custom_attributes: { nope: 1 } })
  expect(body.errors[0].message).toBe("Custom attribute 'nope' does not exist")
  expect((await makeCompany({ monthly_spend: 2_147_483_647 })).monthly_spend).toBe(2_147_483_647)
})

test('custom attributes are merged, and cleared by null', async () => {
  for (const name of ['tier', 'region'])
    await api.post('/data_attributes', { name, model: 'company', data_type: 'string' })
  const { id, company_id } = await makeCompany({ custom_attributes: { tier: 'gold', region: 'EU' } })
  const { body } = await api.post('/companies', {
    company_id,
    custom_attributes: { tier: 'silver', region: null },
  })
  expect(body.custom_attributes).toEqual({ tier: 'silver' })
  const { body: put } = await api.put(`/companies/${id}`, { custom_attributes: { region: 'US' } })
  expect(put.custom_attributes).toEqual({ tier: 'silver', region: 'US' })
})

test('a company is changed by its id, but never its company_id', async () => {
  const { id, company_id } = await makeCompany({ size: 3, plan: 'Pro' })
  const { body } = await api.put(`/companies/${id}`, {
    name: 'Put',
    company_id: 'other',
    size: null,
    plan: null,
  })
  expect(body).toMatchObject({ id, company_id, name: 'Put', plan: {} })
  expect(body).not.toHaveProperty('size')
  const missing = await api.put(`/companies/${NOBODY}`, { name: 'x' })
  expect(missing.body.errors).toEqual([{ code: 'company_not_found', message: 'Company Not Found' }])
})

test('the time of the last request is set on demand from 2.16 on', async () => {
  const company_id = nextId()
  const sent = { company_id, update_last_request_at: true }
  expect((await api.at('2.15').post('/companies', sent)).body).not.toHaveProperty('last_request_at')
  expect((await api.at('2.16').post('/companies', sent)).body.last_request_at).toBe(clock.now())
})

test('a company_id or a name finds one company, which is also a list of itself', async () => {
  const company = await makeCompany({ name: 'Only & one' })
  const pages = { type: 'pages', page: 1, per_page: 15, total_pages: 1, next: null }
  const both = { ...company, type: 'list', data: [company], total_count: 1, pages }
  expect((await api.get(`/companies?company_id=${company.company_id}`)).body).toEqual(both)
  expect((await api.get('/companies?name=Only%20%26%20one')).body).toEqual(both)
  for (const query of ['company_id=nope', 'name=nope', 'company_id=']) {
    const { status, body } = await api.get(`/companies?${query}`)
    expect([status, body.errors[0].code]).toEqual([404, 'company_not_found'])
  }
})

test('companies are listed by tag', async () => {
  const company = await makeCompany()
  const { body: tag } = await api.post('/tags', { name: 'Listed', companies: [{ id: company.id }] })
  const { body } = await api.get(`/companies?tag_id=${tag.id}`)
  expect(body).toMatchObject({ type: 'list', total_count: 1, data: [{ id: company.id }] })
  expect(body.data[0].tags.tags).toEqual([{ type: 'tag', id: tag.id, name: 'Listed' }])
  expect((await api.get('/companies?tag_id=nonsense')).body.data).toEqual([])
})

test('a deleted company is gone, and saved again it is another', async () => {
  const { id, company_id } = await makeCompany()
  expect((await api.delete(`/companies/${id}`)).body).toEqual({ id, object: 'company', deleted: true })
  expect((await api.get(`/companies/${id}`)).body.errors[0].code).toBe('company_not_found')
  expect((await api.delete(`/companies/${id}`)).status).toBe(404)
  const { body } = await api.post('/companies', { company_id, name: 'Again' })
  expect(body).toMatchObject({ company_id, name: 'Again' })
  expect(body.id).not.toBe(id)
})

test('companies of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { id, company_id } = await makeCompany()
  expect((await other.api.get(`/companies/${id}`)).status).toBe(404)
  expect((await other.api.put(`/companies/${id}`, { name: 'Mine' })).status).toBe(404)
  expect((await other.api.delete(`/companies/${id}`)).status).toBe(404)
  expect((await other.api.post('/companies', { company_id })).body.id).not.toBe(id)
})

test.each(VERSIONS)('a company is written and read at %s', async version => {
  const at = api.at(version)
  const { body } = await at.post('/companies', { company_id: nextId(), name: 'Versioned', plan: 'Pro' })
  expect((await at.get(`/companies/${body.id}`)).body).toEqual(body)
  const { body: found } = await at.get(`/companies?company_id=${body.company_id}`)
  expect(found).toMatchObject({ id: body.id, total_count: 1 })
  expect(found.data).toEqual([body])
  expect((await at.post('/companies/list', { per_page: 1 })).body.data).toHaveLength(1)
  expect((await at.get('/companies/scroll')).body.data.length).toBeGreaterThan(0)
})
