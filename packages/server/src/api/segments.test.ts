import { expect, test } from 'vitest'
import { buildSegment } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, createWorkspace } = guichet

const named = (name: string) => ({ field: 'name', operator: '~', value: name })
const person = async (fields: object) => (await api.post('/contacts', fields)).body

test('segments are listed, counted when asked, and found by id', async () => {
  await person({ email: 'vic@example.com', name: 'Vic Counted' })
  await person({ email: 'val@example.com', name: 'Val Counted' })
  const id = await buildSegment(guichet, 'Counted people', named('counted'))
  const { body: list } = await api.get('/segments')
  const segment = list.segments.find((each: { id: string }) => each.id === id)
  expect(segment).toEqual({
    ...{ type: 'segment', id, name: 'Counted people', person_type: 'user' },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  })
  expect((await api.get(`/segments/${id}`)).body).toEqual(segment)
  const { body: counted } = await api.get('/segments?include_count=true')
  expect(counted.segments).toContainEqual({ ...segment, count: 2 })
})

test('a segment that is not there is 404', async () => {
  const { status, body } = await api.get('/segments/6762f25f1bb69f9f2193bc26')
  expect([status, body.errors]).toEqual([404, [{ code: 'not_found', message: 'Resource Not Found' }]])
})

test('a contact is in the segments whose rules it meets now', async () => {
  const user = await person({ email: 'mover@example.com', name: 'Mover' })
  const id = await buildSegment(guichet, 'Settled', named('settled'))
  expect((await api.get(`/contacts/${user.id}/segments`)).body).toEqual({ type: 'list', data: [] })
  await api.put(`/contacts/${user.id}`, { name: 'Settled down' })
  expect((await api.get(`/contacts/${user.id}/segments`)).body.data).toMatchObject([{ id, type: 'segment' }])
  expect((await api.get('/contacts/6762f25f1bb69f9f2193bc26/segments')).body.errors[0].message).toBe(
    'User Not Found',
  )
})

test('a segment of leads holds no users', async () => {
  const id = await buildSegment(guichet, 'Leads', named('kindred'), 'contact')
  const user = await person({ email: 'kindred@example.com', name: 'Kindred' })
  const lead = await person({ role: 'lead', name: 'Kindred' })
  expect((await api.get(`/contacts/${user.id}/segments`)).body.data).toEqual([])
  expect((await api.get(`/contacts/${lead.id}/segments`)).body.data).toMatchObject([{ id }])
  const query = { field: 'segment_id', operator: '=', value: id }
  expect((await api.post('/contacts/search', { query })).body.data).toMatchObject([{ id: lead.id }])
})

test('a rule may count in days from now, at every version alike', async () => {
  const rules = { field: 'created_at', operator: '>', value: { days_ago: 2 } }
  const other = await createWorkspace()
  const id = await buildSegment(guichet, 'New', rules, 'user', other)
  const { body: user } = await other.api.post('/contacts', { email: 'new@example.com' })
  for (const version of ['2.7', '2.16', 'Preview'] as const) {
    const { body } = await other.api.at(version).get(`/contacts/${user.id}/segments`)
    expect(body.data).toMatchObject([{ id }])
  }
  clock.advance(3 * 86_400)
  expect((await other.api.get(`/contacts/${user.id}/segments`)).body.data).toEqual([])
})

test('a company is in its segments, tells them, and is listed by them', async () => {
  const { body: company } = await api.post('/companies', { company_id: 'seg-1', name: 'Big Segment Ltd' })
  await api.post('/companies', { company_id: 'seg-2', name: 'Other Ltd' })
  const id = await buildSegment(guichet, 'Big companies', named('big segment'), 'company')
  const { body: segments } = await api.get(`/companies/${company.id}/segments`)
  expect(segments.data).toMatchObject([{ id, name: 'Big companies' }])
  const { body: read } = await api.get(`/companies/${company.id}`)
  expect(read.segments).toEqual({ type: 'segment.list', segments: segments.data })
  const { body: list } = await api.get(`/companies?segment_id=${id}`)
  expect(list).toMatchObject({ total_count: 1, data: [{ id: company.id }] })
  expect((await api.get('/companies?segment_id=6762f25f1bb69f9f2193bc26')).body.data).toEqual([])
  expect((await api.get('/companies/6762f25f1bb69f9f2193bc26/segments')).body.errors[0].code).toBe(
    'company_not_found',
  )
  const { body: counted } = await api.get('/segments?include_count=true')
  expect(counted.segments).toContainEqual(expect.objectContaining({ id, count: 1 }))
})

test('a segment whose rules make no sense any more, or that asks for itself, holds nobody', async () => {
  const other = await createWorkspace()
  const { body: user } = await other.api.post('/contacts', { email: 'lost@example.com' })
  const lost = { field: 'custom_attributes.gone', operator: '=', value: 'x' }
  const self = await buildSegment(guichet, 'Lost', lost, 'user', other)
  const loop = { field: 'segment_id', operator: '=', value: self }
  await buildSegment(guichet, 'Loop', loop, 'user', other)
  expect((await other.api.get(`/contacts/${user.id}/segments`)).body.data).toEqual([])
  expect((await other.api.get('/segments?include_count=true')).body.segments).toMatchObject([
    { count: 0 },
    { count: 0 },
  ])
})
