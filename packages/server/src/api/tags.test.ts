import { expect, test } from 'vitest'
import { buildContact } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, createWorkspace } = guichet

test('a tag is created once and found again whatever its case', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Independent' })
  const { body: again } = await api.post('/tags', { name: 'INDEPENDENT' })
  expect(tag).toMatchObject({ type: 'tag', name: 'Independent' })
  expect(again).toEqual(tag)
  expect((await api.get(`/tags/${tag.id}`)).body).toEqual({ type: 'tag', id: tag.id, name: 'Independent' })
  expect((await api.get('/tags')).body.data).toContainEqual({ type: 'tag', id: tag.id, name: 'Independent' })
})

test('a tag is renamed by its id, sent as a number or as text', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Before' })
  expect((await api.post('/tags', { id: Number(tag.id), name: 'After' })).body).toMatchObject({
    id: tag.id,
    name: 'After',
  })
  expect((await api.get(`/tags/${tag.id}`)).body.name).toBe('After')
})

test('a deleted tag is gone, with an empty answer', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Short-lived' })
  const deleted = await api.delete(`/tags/${tag.id}`)
  expect([deleted.status, deleted.body]).toEqual([200, undefined])
  const missing = await api.get(`/tags/${tag.id}`)
  expect(missing.status).toBe(404)
  expect(missing.body.errors).toEqual([{ code: 'tag_not_found', message: 'Tag not found' }])
})

test('a body that asks for nothing a tag can do is refused', async () => {
  const { status, body } = await api.post('/tags', { test: 'invalid' })
  expect(status).toBe(400)
  expect(body.errors[0]).toMatchObject({ code: 'parameter_invalid', message: 'invalid tag parameters' })
})

test('tags of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { body: tag } = await other.api.post('/tags', { name: 'Theirs' })
  expect((await api.get(`/tags/${tag.id}`)).status).toBe(404)
  expect((await api.delete(`/tags/${tag.id}`)).status).toBe(404)
  expect((await other.api.get(`/tags/${tag.id}`)).status).toBe(200)
})

test('many contacts and companies are tagged and untagged at once, and each change is told once', async () => {
  const [one, two] = [await buildContact(guichet), await buildContact(guichet, { role: 'lead' })]
  const { body: company } = await api.post('/companies', { company_id: 'tagged-1', name: 'Tagged' })
  const users = [{ id: one.id }, { id: two.id }, { id: one.id }]
  const companies = [{ company_id: 'tagged-1' }]
  const { body: tag } = await api.post('/tags', { name: 'Bulk', users, companies })
  expect(tag.users).toEqual([
    { id: one.id, tagged: true },
    { id: two.id, tagged: true },
    { id: one.id, tagged: true },
  ])
  expect(tag.companies).toEqual([{ id: company.id, tagged: true }])
  await api.post('/tags', { name: 'Bulk', users: [{ id: one.id, untag: true }, { id: two.id }] })
  expect((await api.get(`/contacts/${one.id}/tags`)).body.data).toEqual([])
  expect((await api.get(`/contacts/${two.id}/tags`)).body.data).toMatchObject([{ id: tag.id }])
  expect(await topicsOf(guichet, 'contact', one.id)).toEqual([
    'contact.user.tag.created',
    'contact.user.tag.deleted',
  ])
  expect(await topicsOf(guichet, 'contact', two.id)).toEqual(['contact.lead.tag.created'])
})

test('an unknown contact fails the request before 2.16 and is passed over after, and there is a limit', async () => {
  const unknown = { name: 'Unknown', users: [{ id: 'f'.repeat(24) }] }
  expect((await api.at('2.15').post('/tags', unknown)).status).toBe(404)
  expect((await api.post('/tags', unknown)).body.users).toEqual([])
  const users = Array.from({ length: 5001 }, () => ({ id: 'f'.repeat(24) }))
  const { status, body } = await api.post('/tags', { name: 'Crowd', users })
  expect(status).toBe(400)
  expect(body.errors[0].field).toBe('users')
})
