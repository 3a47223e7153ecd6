import { expect, test } from 'vitest'
import type { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const { origin, clock, createWorkspace } = await startGuichet()

/** A workspace with so many companies, the last made having made the latest request. */
async function companies(count: number): Promise<{ api: Api; ids: string[] }> {
  const { api } = await createWorkspace()
  const ids: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const fields = { company_id: `c${n}`, name: `Company ${n}`, size: n, monthly_spend: n * 100 }
    const { body } = await api.post('/companies', { ...fields, update_last_request_at: n > 1 })
    ids.push(body.id)
    clock.advance(1)
  }
  return { api, ids }
}

const idsOf = (body: { data: { id: string }[] }) => body.data.map(({ id }) => id)

test('companies come by their latest request, page by page, by whole links', async () => {
  const { api, ids } = await companies(5)
  const { body } = await api.post('/companies/list?per_page=3')
  expect(body.pages).toEqual({
    ...{ type: 'pages', page: 1, per_page: 3, total_pages: 2 },
    next: expect.stringMatching(`^${origin}/companies/list\\?per_page=3&page=2&after=[\\w%]+$`),
  })
  expect(body.total_count).toBe(5)
  const { body: rest } = await api.post(body.pages.next.replace(origin, ''))
  expect([...idsOf(body), ...idsOf(rest)]).toEqual(ids.toReversed())
  expect(rest.pages.next).toBeNull()
  expect(idsOf((await api.post('/companies/list?order=asc')).body)).toEqual(ids)
  expect(idsOf((await api.get('/companies')).body)).toEqual(ids.toReversed())
})

test('the page asked for may be in the body, and nonsense is passed over', async () => {
  const { api, ids } = await companies(3)
  const { body } = await api.post('/companies/list', { page: 2, per_page: 2, order: 'asc' })
  expect(idsOf(body)).toEqual(ids.slice(2))
  const { body: usual } = await api.post('/companies/list?page=x&per_page=-1', { per_page: 'many' })
  expect(usual.pages).toMatchObject({ page: 1, per_page: 15 })
  expect((await api.post('/companies/list', { per_page: 1000 })).body.pages.per_page).toBe(60)
})

test('pages end at ten thousand rows', async () => {
  const { api } = await companies(1)
  expect((await api.post('/companies/list?per_page=50&page=200')).status).toBe(200)
  for (const path of ['/companies/list?per_page=50&page=201', '/companies/list?page=99999999999999']) {
    const { status, body } = await api.post(path)
    expect([status, body.errors[0].message]).toEqual([400, 'page limit reached, please use scroll API'])
  }
})

test('a scroll gives every company once, under one parameter, and ends with an empty batch', async () => {
  const { api, ids } = await companies(3)
  const { body: first } = await api.get('/companies/scroll')
  expect(first).toMatchObject({ type: 'list', pages: null, total_count: null })
  expect(idsOf(first)).toEqual(ids)
  const next = `/companies/scroll?scroll_param=${first.scroll_param}`
  expect((await api.get(next)).body).toMatchObject({ data: [], scroll_param: null })
  const gone = await api.get(next)
  expect([gone.status, gone.body.errors]).toEqual([
    404,
    [{ code: 'not_found', message: 'scroll parameter not found' }],
  ])
})

test('several scrolls run at once, and one nobody used for a minute is over', async () => {
  const { api } = await companies(1)
  const [one, two] = [await api.get('/companies/scroll'), await api.get('/companies/scroll')]
  const next = (param: string) => api.get(`/companies/scroll?scroll_param=${param}`)
  expect(one.body.scroll_param).not.toBe(two.body.scroll_param)
  clock.advance(59)
  expect((await next(one.body.scroll_param)).status).toBe(200)
  clock.advance(1)
  expect((await next(two.body.scroll_param)).status).toBe(404)
  expect((await next('nonsense')).status).toBe(404)
})

test('a search finds companies by field, sorted and page by page', async () => {
  const { api, ids } = await companies(4)
  const search = async (query: object, more: object = {}) =>
    (await api.post('/companies/search', { query, ...more })).body
  const leaf = (field: string, operator: string, value: unknown) => ({ field, operator, value })
  expect(idsOf(await search(leaf('name', '=', 'company 2')))).toEqual([ids[1]])
  expect(idsOf(await search(leaf('company_id', 'IN', ['c1', 'c2'])))).toEqual([ids[1], ids[0]])
  expect(idsOf(await search(leaf('monthly_spend', '>', 200)))).toEqual([ids[3], ids[2]])
  expect(idsOf(await search(leaf('last_request_at', '=', null)))).toEqual([ids[0]])
  const sort = { field: 'name', order: 'ascending' }
  const page = await search(leaf('name', '~', 'company'), { sort, pagination: { per_page: 3 } })
  expect(page).toMatchObject({ total_count: 4, pages: { page: 1, per_page: 3, total_pages: 2 } })
  const starting_after = page.pages.next.starting_after
  const rest = await search(leaf('name', '~', 'company'), {
    sort,
    pagination: { per_page: 3, starting_after },
  })
  expect([...idsOf(page), ...idsOf(rest)]).toEqual(ids)
  expect(rest.pages).not.toHaveProperty('next')
  for (const field of ['last_request_at', 'remote_created_at', 'user_count']) {
    const sorted = await search(leaf('name', '~', 'company'), { sort: { field, order: 'descending' } })
    expect(sorted.data).toHaveLength(4)
  }
})

test('a search by tag and by custom attribute', async () => {
  const { api, ids } = await companies(2)
  await api.post('/data_attributes', { name: 'tier', model: 'company', data_type: 'string' })
  await api.put(`/companies/${ids[0]}`, { custom_attributes: { tier: 'gold' } })
  const { body: tag } = await api.post('/tags', { name: 'Key', companies: [{ company_id: 'c2' }] })
  const search = async (field: string, operator: string, value: unknown) =>
    idsOf((await api.post('/companies/search', { query: { field, operator, value } })).body)
  expect(await search('tag_id', '=', tag.id)).toEqual([ids[1]])
  expect(await search('tag_id', '!=', tag.id)).toEqual([ids[0]])
  expect(await search('custom_attributes.tier', '=', 'gold')).toEqual([ids[0]])
})

test('a search on what cannot be searched or sorted is refused', async () => {
  const { api } = await companies(0)
  const told = async (body: object) => (await api.post('/companies/search', body)).body.errors[0]
  for (const field of ['plan.id', 'plan.name', 'segment_id', 'nonsense', 'custom_attributes.none']) {
    const query = { field, operator: '=', value: 'x' }
    expect(await told({ query })).toMatchObject({
      code: 'invalid_field',
      message: `${field} is not a valid search field`,
    })
  }
  const query = { field: 'name', operator: '=', value: 'x' }
  expect(await told({ query, sort: { field: 'tag_id' } })).toMatchObject({ code: 'invalid_field' })
  expect(await told({ query, sort: { field: 'name', order: 'up' } })).toMatchObject({
    code: 'invalid_sort_order',
  })
  expect(await told({ query: { field: 'created_at', operator: 'IN', value: [1] } })).toMatchObject({
    code: 'parameter_invalid',
  })
  expect((await api.at('2.16').post('/companies/search', { query })).status).toBe(400)
})
