import { expect, test } from 'vitest'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { clock, createWorkspace } = guichet

const start = async ({ api }: TestWorkspace): Promise<string> => {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  return (await api.post('/conversations', sent)).body.conversation_id
}

test.each(['2.13', '2.16', 'Preview'] as const)('a deleted conversation is gone, at %s', async version => {
  const id = await start(guichet)
  const api = guichet.api.at(version)
  const { body } = await api.delete(`/conversations/${id}`)
  expect(body).toEqual({ id, object: 'conversation', deleted: true })
  expect((await api.get(`/conversations/${id}`)).status).toBe(404)
  expect((await api.delete(`/conversations/${id}`)).status).toBe(404)
  expect((await topicsOf(guichet, 'conversation', id)).at(-1)).toBe('conversation.deleted')
})

test('it stays in the list of the deleted, with whether its numbers stay', async () => {
  const workspace = await createWorkspace()
  const { api } = workspace
  const [first, second] = [await start(workspace), await start(workspace)]
  await api.delete(`/conversations/${first}`)
  clock.advance(5)
  await api.delete(`/conversations/${second}?retain_metrics=false`)
  const { body: latest } = await api.at('2.16').get('/conversations/deleted?per_page=1&order=desc')
  expect(latest).toMatchObject({
    type: 'conversations.list',
    total_count: 2,
    pages: { type: 'pages', page: 1, per_page: 1, total_pages: 2 },
    conversations: [{ type: 'conversation', id: second, metrics_retained: false, deleted_at: clock.now() }],
  })
  const { search } = new URL(latest.pages.next)
  const { body: next } = await api.get(`/conversations/deleted${search}`)
  expect(next.conversations).toMatchObject([{ id: first, metrics_retained: true }])
  expect(next.pages.next).toBeNull()
  const { body: oldest } = await api.get('/conversations/deleted?order=asc')
  expect(oldest.conversations.map((each: { id: string }) => each.id)).toEqual([first, second])
})

test('deleting the numbers too asks for a permission of its own', async () => {
  const scopes = ['read_conversations', 'write_conversations', 'read_write_users']
  const workspace = await createWorkspace({ scopes })
  const id = await start(workspace)
  const { status, body } = await workspace.api.delete(`/conversations/${id}?retain_metrics=false`)
  expect([status, body.errors[0].message]).toEqual([
    403,
    'You do not have the required scope (delete_conversations_and_metrics) to access this resource',
  ])
  expect((await workspace.api.delete(`/conversations/${id}`)).status).toBe(200)
})

test('versions without these operations refuse them', async () => {
  const list = await guichet.api.at('2.15').get('/conversations/deleted')
  expect([list.status, list.body.errors[0].code]).toEqual([400, 'intercom_version_invalid'])
  const id = await start(guichet)
  expect((await guichet.api.at('2.12').delete(`/conversations/${id}`)).status).toBe(400)
})

test('a conversation of another workspace cannot be deleted', async () => {
  const id = await start(guichet)
  const other = await createWorkspace()
  expect((await other.api.delete(`/conversations/${id}`)).status).toBe(404)
  expect((await guichet.api.get(`/conversations/${id}`)).status).toBe(200)
})
