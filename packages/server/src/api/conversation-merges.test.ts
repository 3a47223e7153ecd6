import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, createWorkspace } = await startGuichet()

const start = async (): Promise<{ id: string; contact: string }> => {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  const { body: message } = await api.post('/conversations', sent)
  return { id: message.conversation_id, contact: user.id }
}

const merge = (from: string, into: unknown) =>
  api.post(`/conversations/${from}/merge`, { merge_into_conversation_id: into })

test.each(['2.16', 'Preview'] as const)(
  'the secondary is closed and linked, the primary lives on, at %s',
  async version => {
    const [primary, secondary] = [await start(), await start()]
    const { body } = await api
      .at(version)
      .post(`/conversations/${secondary.id}/merge`, { merge_into_conversation_id: Number(primary.id) })
    expect(body).toMatchObject({ id: primary.id, state: 'open', open: true })
    expect(body.conversation_parts.conversation_parts).toMatchObject([
      { part_type: 'merged_primary_conversation', body: null, author: { type: 'bot' } },
    ])
    expect(body.contacts.contacts.map((each: { id: string }) => each.id).toSorted()).toEqual(
      [primary.contact, secondary.contact].toSorted(),
    )
    const { body: closed } = await api.get(`/conversations/${secondary.id}`)
    expect(closed).toMatchObject({
      state: 'closed',
      linked_objects: { data: [{ type: 'conversation', id: primary.id }] },
    })
  },
)

test('pairs that cannot be merged are refused', async () => {
  const [a, b, c] = [await start(), await start(), await start()]
  await merge(b.id, Number(a.id))
  const refusals = [
    [await merge(a.id, Number(a.id)), 422, 'Cannot merge a conversation into itself'],
    [await merge(a.id, 999999999), 422, 'Primary conversation not found'],
    [await merge(b.id, Number(c.id)), 422, 'Secondary conversation has already been merged'],
    [await merge(c.id, Number(b.id)), 422, 'Primary conversation has already been merged'],
    [await merge(a.id, 'abc'), 400, 'merge_into_conversation_id must be a valid integer conversation ID'],
    [await merge('999999999', Number(a.id)), 404, 'Resource Not Found'],
  ] as const
  for (const [answer, status, message] of refusals) {
    expect([answer.status, answer.body.errors[0].message]).toEqual([status, message])
  }
})

test('a conversation of another workspace is no primary', async () => {
  const other = await createWorkspace()
  const { body: user } = await other.api.post('/contacts', { email: 'theirs@example.com' })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  const { body: message } = await other.api.post('/conversations', sent)
  expect((await merge((await start()).id, Number(message.conversation_id))).status).toBe(422)
})
