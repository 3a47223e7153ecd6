import { expect, test } from 'vitest'
import { buildAdmin } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, ownerId, createWorkspace } = guichet

const NOBODY = '6762f25f1bb69f9f2193bc26'
const { body: contact } = await api.post('/contacts', { email: 'noted@example.com' })
const { body: company } = await api.post('/companies', { company_id: 'noted', name: 'Noted Inc' })
const note = async (path: string, body: string) => (await api.post(`${path}/notes`, { body })).body

test('a note on a contact is kept as HTML, by the admin of the token', async () => {
  const { body } = await api.post(`/contacts/${contact.id}/notes`, { body: 'Hello', contact_id: '123' })
  expect(body).toEqual({
    ...{ type: 'note', id: expect.any(String), created_at: clock.now(), body: '<p>Hello</p>' },
    contact: { type: 'contact', id: contact.id },
    author: {
      ...{ type: 'admin', id: String(ownerId), name: 'Ada Owner', email: 'ada@example.com' },
      ...{ away_mode_enabled: false, away_mode_reassign: false },
    },
  })
  expect((await api.get(`/notes/${body.id}`)).body).toEqual(body)
  expect((await api.get(`/contacts/${contact.id}`)).body.notes.data).toContainEqual(
    expect.objectContaining({ id: body.id }),
  )
})

test('a note can be another admin’s, named by number or text', async () => {
  const admin = await buildAdmin(guichet, 'Grace Noter')
  for (const admin_id of [admin, String(admin)]) {
    const { body } = await api.post(`/contacts/${contact.id}/notes`, { body: '<b>Bold</b>', admin_id })
    expect(body).toMatchObject({ body: '<b>Bold</b>', author: { id: String(admin), name: 'Grace Noter' } })
  }
})

test('notes come newest first, page by page', async () => {
  const { body: other } = await api.post('/contacts', { email: 'paged@example.com' })
  const path = `/contacts/${other.id}`
  const ids: string[] = []
  for (const text of ['one', 'two', 'three']) ids.unshift((await note(path, text)).id)
  const { body } = await api.get(`${path}/notes?per_page=2`)
  expect(body).toMatchObject({
    type: 'list',
    total_count: 3,
    pages: { page: 1, per_page: 2, total_pages: 2 },
  })
  const next = await api.get(body.pages.next.replace(guichet.origin, ''))
  expect([...body.data, ...next.body.data].map(each => each.id)).toEqual(ids)
  expect(next.body.pages.next).toBeNull()
})

test('what is not there is 404 in the words of its kind', async () => {
  const on = (path: string, body: object) => api.post(`${path}/notes`, body)
  const told = async (answer: ReturnType<typeof on>) => [(await answer).status, (await answer).body.errors[0]]
  const resource = { code: 'not_found', message: 'Resource Not Found' }
  const noContact = { code: 'not_found', message: 'User Not Found' }
  const noCompany = { code: 'company_not_found', message: 'Company Not Found' }
  expect(await told(on(`/contacts/${NOBODY}`, { body: 'x' }))).toEqual([404, noContact])
  expect(await told(on(`/contacts/${contact.id}`, { body: 'x', admin_id: 123_456 }))).toEqual([404, resource])
  expect(await told(on(`/companies/${NOBODY}`, { body: 'x' }))).toEqual([404, noCompany])
  expect(await told(on(`/companies/${company.id}`, { body: 'x', admin_id: '1' }))).toEqual([404, resource])
  expect(await told(api.get(`/contacts/${NOBODY}/notes`))).toEqual([404, noContact])
  expect(await told(api.get('/notes/99999999999'))).toEqual([404, resource])
  expect(await told(api.get('/notes/x'))).toEqual([404, resource])
  const other = await createWorkspace()
  const { id } = await note(`/contacts/${contact.id}`, 'private')
  expect((await other.api.get(`/notes/${id}`)).status).toBe(404)
})

test('a note says something', async () => {
  for (const body of [{}, { body: '' }, { body: ' ' }, { body: null }, { body: { a: 1 } }]) {
    expect((await api.post(`/contacts/${contact.id}/notes`, body)).status).toBe(400)
  }
})

test('notes on companies are read from 2.15 and written from 2.16 on', async () => {
  const { body } = await api.at('2.16').post(`/companies/${company.id}/notes`, { body: 'Renewal due' })
  expect(body).toMatchObject({ company: { type: 'company', id: company.id }, body: '<p>Renewal due</p>' })
  const { body: listed } = await api.at('2.15').get(`/companies/${company.id}/notes`)
  expect(listed).toMatchObject({ total_count: 1, data: [{ id: body.id }] })
  expect((await api.at('2.14').get(`/companies/${company.id}/notes`)).status).toBe(400)
  expect((await api.at('2.15').post(`/companies/${company.id}/notes`, { body: 'x' })).status).toBe(400)
  const { body: older } = await api.at('2.7').get(`/notes/${body.id}`)
  expect(older).not.toHaveProperty('company')
})

test('a company tells its newest notes from 2.16 on', async () => {
  const { body: busy } = await api.post('/companies', { company_id: 'busy', name: 'Busy Inc' })
  const path = `/companies/${busy.id}`
  const ids: string[] = []
  for (let n = 0; n < 12; n += 1) ids.unshift((await note(path, `note ${n}`)).id)
  expect((await api.get(path)).body.notes).toEqual({
    ...{ type: 'note.list', url: `${path}/notes`, total_count: 12, has_more: true },
    data: ids.slice(0, 10).map(id => ({ type: 'note', id, url: `/notes/${id}` })),
  })
  expect((await api.at('2.15').get(path)).body).not.toHaveProperty('notes')
})
