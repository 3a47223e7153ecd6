import { expect, test } from 'vitest'
import { startGuichet } from '../support/guichet.ts'
import { collect, collectByPage, officialClient } from '../support/sdk.ts'

const guichet = await startGuichet()
const client = officialClient(guichet.origin, guichet)

async function companyWithUser(n: number) {
  const company = await client.companies.createOrUpdate({
    company_id: `sdk-${n}`,
    name: `Company ${n}`,
    plan: 'Pro',
  })
  const contact = await client.contacts.create({ email: `user${n}@companies.example` })
  await client.companies.attachContact({ contact_id: contact.id ?? '', id: company.id ?? '' })
  return { companyId: company.id ?? '', contactId: contact.id ?? '' }
}

test('a company is made once, found by both of its ids, changed and deleted', async () => {
  const { id = '' } = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme' })
  expect(await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme Ltd' })).toMatchObject({
    id,
    name: 'Acme Ltd',
  })
  expect(await client.companies.find({ company_id: id })).toMatchObject({ company_id: 'acme' })
  expect(await client.companies.retrieve({ company_id: 'acme' })).toMatchObject({ id })
  expect(await client.companies.update({ company_id: id, body: { website: 'acme.example' } })).toMatchObject({
    website: 'acme.example',
  })
  expect(await client.companies.delete({ company_id: id })).toMatchObject({ id, deleted: true })
})

test('contacts are attached to companies and detached from them', async () => {
  const { companyId, contactId } = await companyWithUser(100)
  const attached = await client.companies.listAttachedContacts({ company_id: companyId })
  expect(attached.data?.map(contact => contact.id)).toEqual([contactId])
  expect(
    (await collect(client.contacts.listAttachedCompanies({ contact_id: contactId }))).map(each => each.id),
  ).toEqual([companyId])
  expect((await client.companies.listAttachedSegments({ company_id: companyId })).data).toEqual([])
  expect(
    await client.companies.detachContact({ contact_id: contactId, company_id: companyId }),
  ).toMatchObject({ id: companyId })
  expect((await client.companies.listAttachedContacts({ company_id: companyId })).data).toEqual([])
})

test('the list and the scroll yield the same companies, by iterator and by page', async () => {
  for (const n of [1, 2, 3, 4, 5]) await companyWithUser(n)
  const listed = await collect(client.companies.list({ per_page: 2 }))
  expect(listed.map(company => company.company_id)).toEqual(
    expect.arrayContaining(['sdk-1', 'sdk-2', 'sdk-3', 'sdk-4', 'sdk-5']),
  )
  expect(await collectByPage(client.companies.list({ per_page: 2 }))).toEqual(listed)
  const scrolled = await collect(client.companies.scroll())
  expect(scrolled.map(company => company.id).toSorted()).toEqual(listed.map(company => company.id).toSorted())
})
