import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, clock } = await startGuichet({ GUICHET_STRICT: '1' })

test('in strict mode a company is listed from its first user on, and readable before', async () => {
  const { body: company } = await api.post('/companies', { company_id: 'hidden', name: 'Hidden' })
  expect((await api.get(`/companies/${company.id}`)).status).toBe(200)
  expect((await api.get('/companies?company_id=hidden')).body.id).toBe(company.id)
  const query = { field: 'company_id', operator: '=', value: 'hidden' }
  const everywhere = async () => [
    (await api.post('/companies/list')).body.total_count,
    (await api.get('/companies')).body.total_count,
    (await api.post('/companies/search', { query })).body.total_count,
  ]
  expect(await everywhere()).toEqual([0, 0, 0])
  expect((await api.get('/companies/scroll')).body.data).toEqual([])
  const { body: user } = await api.post('/contacts', { email: 'first@example.com' })
  await api.post(`/contacts/${user.id}/companies`, { id: company.id })
  expect(await everywhere()).toEqual([1, 1, 1])
})

test('in strict mode a company_id finds the company by itself', async () => {
  const { body: company } = await api.post('/companies', { company_id: 'single', name: 'Single' })
  expect((await api.get('/companies?company_id=single')).body).toEqual(company)
})

test('in strict mode one scroll is open at a time', async () => {
  const { body: first } = await api.get('/companies/scroll')
  const { status, body } = await api.get('/companies/scroll')
  expect([status, body.errors]).toEqual([
    400,
    [{ code: 'scroll_exists', message: 'scroll already exists for this workspace' }],
  ])
  expect((await api.get(`/companies/scroll?scroll_param=${first.scroll_param}`)).body.data).toEqual([])
  const { status: after } = await api.get('/companies/scroll')
  expect(after).toBe(200)
  clock.advance(60)
  expect((await api.get('/companies/scroll')).status).toBe(200)
})
