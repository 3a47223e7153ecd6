import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { api, clock } = guichet
const light = await signedIn(guichet, await buildMember(guichet, 'light'))

const person = async (fields: object) => (await api.post('/contacts', { role: 'user', ...fields })).body
const archived = (value: string, more: object = {}) =>
  light.post('/app/api/contacts/archived/search', {
    ...{ query: { field: 'name', operator: '~', value }, ...more },
  })
const standing = async (id: string) => (await light.get(`/app/api/contacts/${id}/standing`)).body

test('the archived are found by what all others are found by, and say since when', async () => {
  const gone = await person({ name: 'Shelved Ada', email: 'ada.shelved@example.com' })
  const blocked = await person({ name: 'Shelved Bob', email: 'bob.shelved@example.com' })
  const there = await person({ name: 'Shelved Cleo', email: 'cleo.shelved@example.com' })
  await api.post(`/contacts/${gone.id}/archive`, {})
  clock.advance(5)
  await api.post(`/contacts/${blocked.id}/block`, {})
  const { body } = await archived('Shelved', { sort: { field: 'name', order: 'ascending' } })
  expect(body).toMatchObject({
    total_count: 2,
    data: [
      { type: 'contact', id: gone.id, archived_at: clock.now() - 5, blocked_at: null },
      { id: blocked.id, archived_at: clock.now(), blocked_at: clock.now() },
    ],
  })
  expect(await standing(gone.id)).toEqual({
    ...{ type: 'contact_standing', id: gone.id, archived_at: clock.now() - 5 },
    ...{ blocked_at: null, merged_into: null },
  })
  expect(await standing(there.id)).toMatchObject({ archived_at: null, blocked_at: null })
  await api.post(`/contacts/${gone.id}/unarchive`, {})
  expect((await archived('Shelved')).body.data).toMatchObject([{ id: blocked.id }])
})

test('a query that no search takes is refused of the archived too, and a page leads to the next', async () => {
  for (const name of ['Paged One', 'Paged Two']) {
    const { id } = await person({ name, email: `${name.replace(' ', '.')}@example.com` })
    await api.post(`/contacts/${id}/archive`, {})
    clock.advance(1)
  }
  const wrong = { query: { field: 'nonsense', operator: '=', value: 1 } }
  expect((await light.post('/app/api/contacts/archived/search', wrong)).status).toBe(400)
  const { body: first } = await archived('Paged', { pagination: { per_page: 1 } })
  expect(first).toMatchObject({ total_count: 2, data: [{ name: 'Paged Two' }] })
  const { starting_after } = first.pages.next
  const { body: next } = await archived('Paged', { pagination: { per_page: 1, starting_after } })
  expect(next).toMatchObject({ data: [{ name: 'Paged One' }] })
})

test('who was merged away leads to whoever stayed, and who was deleted is unknown', async () => {
  const into = await person({ email: 'stays@example.com' })
  const from = await person({ role: 'lead', email: 'stays@example.com' })
  await api.post('/contacts/merge', { from: from.id, into: into.id })
  expect(await standing(from.id)).toMatchObject({ id: from.id, merged_into: into.id })
  await api.delete(`/contacts/${into.id}`)
  expect((await light.get(`/app/api/contacts/${into.id}/standing`)).status).toBe(404)
})
