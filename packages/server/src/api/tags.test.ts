import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, createWorkspace } = await startGuichet()

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
