import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { listOutbox } from '../domain/outgoing/index.ts'

const guichet = await startGuichet()
const { api, id: workspaceId, ownerId, clock, database } = guichet

const start = async (): Promise<string> => {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  return (await api.post('/conversations', sent)).body.conversation_id
}
const begin = (id: string, more: object = {}) =>
  api.post(`/app/api/conversations/${id}/side_conversations`, { body: 'Can you look?', ...more })
const listed = async (id: string, query = '') =>
  (await api.at('2.16').get(`/conversations/${id}/side_conversations${query}`)).body

test('a teammate begins a side conversation, and the API lists it with its parts', async () => {
  const id = await start()
  expect((await listed(id)).side_conversations).toEqual([])
  const { status, body: side } = await begin(id, { subject: 'A refund' })
  expect(status).toBe(201)
  expect(side).toMatchObject({ conversation_id: id, subject: 'A refund', participants: [], total_count: 1 })
  clock.advance(60)
  await api.post(`/app/api/side_conversations/${side.id}/parts`, {
    body: '<p>Any <b>news</b>?</p><script>x</script>',
  })
  const author = { type: 'admin', id: String(ownerId), name: 'Ada Owner', email: 'ada@example.com' }
  expect(await listed(id)).toMatchObject({
    type: 'side_conversation.list',
    side_conversations: [
      {
        side_conversation_id: side.id,
        conversation_parts: [
          {
            type: 'conversation_part',
            part_type: 'comment',
            body: '<p class="no-margin">Can you look?</p>',
            author,
          },
          { body: '<p>Any <b>news</b>?</p>', created_at: clock.now(), author },
        ],
        total_count: 2,
      },
    ],
    total_count: 1,
    pages: { type: 'pages', page: 1, per_page: 25, total_pages: 1 },
  })
  expect((await api.get(`/app/api/side_conversations/${side.id}`)).body).toMatchObject({
    updated_at: clock.now(),
    total_count: 2,
  })
  const { body: conversation } = await api.get(`/conversations/${id}`)
  expect(conversation.conversation_parts.total_count).toBe(0)
})

test('whoever it is with gets each part by mail, in one thread', async () => {
  const { body: side } = await begin(await start(), {
    subject: 'An order',
    to: [{ email: 'Depot@example.com', name: 'Depot' }, { email: 'depot@example.com' }, { id: ownerId }],
  })
  expect(side.participants).toEqual([
    { type: 'admin', id: String(ownerId), name: 'Ada Owner', email: 'ada@example.com', fault: null },
    { type: 'email', id: null, name: 'Depot', email: 'depot@example.com', fault: null },
  ])
  await api.post(`/app/api/side_conversations/${side.id}/parts`, { body: 'And?' })
  const mails = (await listOutbox(database.read, workspaceId, 2)).toReversed()
  expect(
    mails.map(({ subject, recipients }) => [subject, ...recipients.to.map(({ address }) => address)]),
  ).toEqual([
    ['An order', 'depot@example.com'],
    ['Re: An order', 'depot@example.com'],
  ])
  const threads = await database.read
    .selectFrom('outgoing_messages')
    .select(['key', 'headers'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      'in',
      mails.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  expect(threads[1]?.headers).toEqual({ 'In-Reply-To': threads[0]?.key, References: threads[0]?.key })
})

test('many are told page by page, the newest first', async () => {
  const id = await start()
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) made.unshift((await begin(id)).body.id)
  const ids = async (query: string) =>
    (await listed(id, query)).side_conversations.map(
      (side: { side_conversation_id: string }) => side.side_conversation_id,
    )
  expect([...(await ids('?per_page=3')), ...(await ids('?per_page=3&page=2'))]).toEqual(made)
  expect(await listed(id, '?per_page=3&page=2')).toMatchObject({
    total_count: 5,
    pages: { page: 2, total_pages: 2 },
  })
})

test('nothing comes of what is not in order, or not allowed', async () => {
  const id = await start()
  const refusals = [
    begin('99999999'),
    begin(id, { body: ' ' }),
    begin(id, { to: [{ email: 'nobody' }] }),
    begin(id, { to: [{ id: 99999999 }] }),
    begin(id, { to: Array.from({ length: 51 }, (_, n) => ({ email: `p${n}@example.com` })) }),
    api.post('/app/api/side_conversations/99999999/parts', { body: 'x' }),
  ]
  expect((await Promise.all(refusals)).map(({ status }) => status)).toEqual([404, 400, 400, 404, 400, 404])
  expect((await listed(id)).total_count).toBe(0)
  const reader = (await guichet.createWorkspace({ scopes: ['read_conversations'] })).api
  expect((await reader.post(`/app/api/conversations/${id}/side_conversations`, { body: 'x' })).status).toBe(
    403,
  )
  const stranger = (await guichet.createWorkspace()).api
  const { body: side } = await begin(id)
  expect((await stranger.get(`/app/api/side_conversations/${side.id}`)).status).toBe(404)
})

test('they go with their conversation', async () => {
  const id = await start()
  const { body: side } = await begin(id)
  await api.delete(`/conversations/${id}`)
  expect((await api.get(`/app/api/side_conversations/${side.id}`)).status).toBe(404)
})
