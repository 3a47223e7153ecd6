import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, id: workspaceId, database, clock } = guichet

const NOBODY = '6762f25f1bb69f9f2193bc26'
let counter = 0
const makeCompany = async () =>
  (await api.post('/companies', { company_id: `m${++counter}`, name: 'Acme' })).body
const makeUser = async () => (await api.post('/contacts', { email: `m${++counter}@example.com` })).body
const join = (contact: string, company: string) => api.post(`/contacts/${contact}/companies`, { id: company })
const leave = (contact: string, company: string) => api.delete(`/contacts/${contact}/companies/${company}`)

const happened = (id: string) => topicsOf(guichet, 'company', id)

test('a contact joins a company once and leaves it once, and the company counts', async () => {
  const [user, company] = [await makeUser(), await makeCompany()]
  expect((await join(user.id, company.id)).body).toMatchObject({ id: company.id, user_count: 1 })
  expect((await join(user.id, company.id)).body.user_count).toBe(1)
  expect((await api.get(`/contacts/${user.id}`)).body.companies.data).toMatchObject([{ id: company.id }])
  expect((await leave(user.id, company.id)).body).toMatchObject({ id: company.id, user_count: 0 })
  expect((await leave(user.id, company.id)).body.user_count).toBe(0)
  expect(await happened(company.id)).toEqual([
    ...['company.created', 'company.contact.attached', 'company.contact.detached'],
  ])
})

test('many contacts joining at once are all counted', async () => {
  const company = await makeCompany()
  const users = await Promise.all(Array.from({ length: 8 }, makeUser))
  await Promise.all(users.flatMap(({ id }) => [join(id, company.id), join(id, company.id)]))
  expect((await api.get(`/companies/${company.id}`)).body.user_count).toBe(8)
})

test('companies of a contact and contacts of a company are pages', async () => {
  const [user, one, two] = [await makeUser(), await makeCompany(), await makeCompany()]
  await join(user.id, one.id)
  clock.advance(1)
  await join(user.id, two.id)
  const { body: companies } = await api.get(`/contacts/${user.id}/companies?per_page=1`)
  expect(companies).toMatchObject({ type: 'list', total_count: 2, data: [{ id: two.id }] })
  expect(companies.companies).toEqual(companies.data)
  expect(companies.pages.next).toMatch(`/contacts/${user.id}/companies?per_page=1&page=2`)
  const { body: contacts } = await api.at('2.7').get(`/companies/${one.id}/contacts`)
  expect(contacts).toMatchObject({
    total_count: 1,
    data: [{ type: 'contact', id: user.id }],
    pages: { page: 1, per_page: 50, total_pages: 1 },
  })
})

test('what is missing is told in the words of its kind', async () => {
  const [user, company] = [await makeUser(), await makeCompany()]
  const first = async (answer: ReturnType<typeof join>) => (await answer).body.errors[0]
  const noContact = { code: 'not_found', message: 'User Not Found' }
  const noCompany = { code: 'company_not_found', message: 'Company Not Found' }
  expect(await first(join(user.id, NOBODY))).toEqual(noCompany)
  expect(await first(join(NOBODY, company.id))).toEqual(noContact)
  expect(await first(leave(user.id, NOBODY))).toEqual(noCompany)
  expect(await first(leave(NOBODY, company.id))).toEqual(noContact)
  expect(await first(api.get(`/contacts/${NOBODY}/companies`))).toEqual(noContact)
  expect(await first(api.get(`/companies/${NOBODY}/contacts`))).toEqual(noCompany)
  for (const body of [undefined, {}, { id: '' }]) {
    expect(await first(api.post(`/contacts/${user.id}/companies`, body))).toMatchObject({
      code: 'parameter_not_found',
      message: 'company not specified',
    })
  }
})

test('a contact is in a thousand companies at most', async () => {
  const [user, company] = [await makeUser(), await makeCompany()]
  const many = Array.from({ length: 1000 }, (_, n) => ({
    ...{ workspace_id: workspaceId, id: `${n}`.padStart(24, 'a'), company_id: `many-${n}` },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  }))
  await database.transaction(async tx => {
    await tx.insertInto('companies').values(many).execute()
    const rows = many.map(({ id, created_at }) => ({
      ...{ workspace_id: workspaceId, contact_id: user.id, company_id: id, created_at },
    }))
    await tx.insertInto('contact_companies').values(rows).execute()
  })
  const { status, body } = await join(user.id, company.id)
  expect([status, body.errors[0]]).toEqual([
    400,
    {
      code: 'contact_company_limit_exceeded',
      message: 'Contact has reached the maximum of 1000 company associations',
    },
  ])
  expect((await join(user.id, many[0]?.id ?? '')).status).toBe(200)
})

test('deleting a company leaves its contacts, without it', async () => {
  const [user, company] = [await makeUser(), await makeCompany()]
  await join(user.id, company.id)
  await api.delete(`/companies/${company.id}`)
  expect((await api.get(`/contacts/${user.id}/companies`)).body).toMatchObject({ data: [], total_count: 0 })
  expect(await happened(company.id)).toContain('company.deleted')
})

test('deleting a contact takes it out of its companies', async () => {
  const [user, company] = [await makeUser(), await makeCompany()]
  await join(user.id, company.id)
  await api.delete(`/contacts/${user.id}`)
  expect((await api.get(`/companies/${company.id}`)).body.user_count).toBe(0)
})
