import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { api, clock } = guichet
const member = await buildMember(guichet, 'agent')
const own = await signedIn(guichet, member)
const other = await signedInAs(guichet, 'agent')

const conversation = async (body: string, more: object = {}): Promise<string> => {
  const contact = await api.post('/contacts', { role: 'user', email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: contact.body.id }, body }
  const id = (await api.post('/conversations', sent)).body.conversation_id
  if (Object.keys(more).length > 0) await api.at('Preview').put(`/conversations/${id}`, more)
  return id
}

const rules = {
  operator: 'AND',
  value: [
    { field: 'priority', operator: '=', value: 'urgent' },
    { field: 'created_at', operator: '>', value: { days_ago: 30 } },
  ],
}
const urgent = { name: 'Urgent', rules, sort: 'waiting', is_shared: false }
const keep = (view: object, as = own) => as.post('/app/api/inbox/views', view)
const names = async (as = own) =>
  (await as.get('/app/api/inbox/views')).body.data.map((view: { name: string }) => view.name)

test('a view is kept for oneself or for all, and counted as its conversations come and go', async () => {
  const { status, body: view } = await keep(urgent)
  expect([status, view]).toMatchObject([201, { ...urgent, admin_id: String(member.adminId) }])
  const count = async () =>
    (await own.get('/app/api/inbox/counts')).body.views.find(
      ({ view_id }: { view_id: string }) => view_id === view.id,
    )?.count
  expect(await count()).toBe(0)
  const id = await conversation('Fire', { priority: 'urgent' })
  await conversation('Water')
  expect(await count()).toBe(1)
  await api.post(`/conversations/${id}/parts`, {
    ...{ message_type: 'close', type: 'admin', admin_id: member.adminId },
  })
  expect(await count()).toBe(0)
  expect(await names(other)).not.toContain('Urgent')
  await own.put(`/app/api/inbox/views/${view.id}`, { ...urgent, is_shared: true })
  expect(await names(other)).toContain('Urgent')
})

test('only its maker and those who run the workspace change a shared view, and nobody sees another’s own', async () => {
  const mine = (await keep({ ...urgent, name: 'Mine' })).body.id
  const shared = (await keep({ ...urgent, name: 'Ours', is_shared: true })).body.id
  const admin = await signedInAs(guichet, 'admin')
  const change = async (as: typeof own, id: string) =>
    (await as.put(`/app/api/inbox/views/${id}`, { ...urgent, name: 'Changed', is_shared: true })).status
  expect([await change(other, mine), await change(other, shared)]).toEqual([404, 403])
  expect([await change(admin, mine), await change(admin, shared)]).toEqual([404, 200])
  expect((await other.delete(`/app/api/inbox/views/${mine}`)).status).toBe(404)
  expect((await own.delete(`/app/api/inbox/views/${mine}`)).status).toBe(204)
  expect(await names()).not.toContain('Mine')
  expect((await own.delete(`/app/api/inbox/views/${mine}`)).status).toBe(404)
})

test('who may only read keeps views, and shares none', async () => {
  const light = await signedInAs(guichet, 'light')
  expect((await keep({ ...urgent, name: 'Quiet' }, light)).status).toBe(201)
  expect((await keep({ ...urgent, is_shared: true }, light)).status).toBe(403)
})

test('a filter that no search would take, or a view without a name, is refused and not kept', async () => {
  const before = await names()
  for (const wrong of [
    { ...urgent, rules: { field: 'nonsense', operator: '=', value: 1 } },
    { ...urgent, rules: { operator: 'AND', value: 'all' } },
    { ...urgent, name: '  ' },
    { ...urgent, sort: 'random' },
    { name: 'x' },
  ])
    expect((await keep(wrong)).status).toBe(400)
  expect((await own.put('/app/api/inbox/views/abc', urgent)).status).toBe(404)
  expect(await names()).toEqual(before)
})

test('another workspace has none of the views', async () => {
  const { id } = (await keep({ ...urgent, is_shared: true })).body
  const stranger = await signedInAs(guichet, 'owner', await guichet.createWorkspace())
  expect(await names(stranger)).toEqual([])
  expect((await stranger.put(`/app/api/inbox/views/${id}`, urgent)).status).toBe(404)
})

test('a list is put in order by who waits longest and by priority, page after page', async () => {
  const tag = (await api.post('/tags', { name: 'Order' })).body.id
  const made: Record<string, string> = {}
  for (const [name, priority] of [
    ['first', 'low'],
    ['second', 'urgent'],
    ['third', 'none'],
    ['fourth', 'high'],
  ] as const) {
    clock.advance(60)
    made[name] = await conversation(name, { priority })
    await api.post(`/conversations/${made[name]}/tags`, { id: tag, admin_id: member.adminId })
  }
  await api.post(`/conversations/${made['first']}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: member.adminId, body: 'Answered' },
  })
  const nameOf = (id: string) => Object.keys(made).find(name => made[name] === id)
  const listed = async (field: string, order: string) => {
    const seen: (string | undefined)[] = []
    let cursor: string | undefined
    do {
      const { body } = await own.post('/app/api/inbox/items', {
        query: { operator: 'AND', value: [{ field: 'tag_ids', operator: '=', value: tag }] },
        sort: { field, order },
        pagination: { per_page: 3, starting_after: cursor },
      })
      seen.push(...body.data.map((item: { conversation: { id: string } }) => nameOf(item.conversation.id)))
      cursor = body.pages.next?.starting_after
    } while (cursor)
    return seen
  }
  expect(await listed('waiting_since', 'ascending')).toEqual(['second', 'third', 'fourth', 'first'])
  expect(await listed('priority', 'descending')).toEqual(['second', 'fourth', 'first', 'third'])
  const counted = (await own.get('/app/api/inbox/counts')).body.tags
  expect(counted).toContainEqual({ tag_id: tag, name: 'Order', count: 4 })
})

test('who is mentioned in a note finds it among their mentions, until they have looked', async () => {
  const id = await conversation('A hard question')
  const count = async (as = own) => (await as.get('/app/api/inbox/counts')).body.mentions
  const note = (adminId: number, body: string) =>
    api.post(`/conversations/${id}/reply`, { message_type: 'note', type: 'admin', admin_id: adminId, body })
  const mention = `<span class="mention" data-mention="${member.adminId}">@Me</span>`
  const { body } = await note(
    guichet.ownerId,
    `<p>${mention} ${mention} can you look? <span data-mention="x">@x</span></p>`,
  )
  const [part] = body.conversation_parts.conversation_parts
  expect(part.body).toBe(`<p>${mention} ${mention} can you look? <span>@x</span></p>`)
  expect([await count(), await count(other)]).toEqual([1, 0])
  const found = await own.post('/app/api/inbox/items', {
    query: { field: 'mentioned_admin_ids', operator: '=', value: member.adminId },
  })
  expect(found.body.data.map((item: { conversation: { id: string } }) => item.conversation.id)).toEqual([id])
  expect((await own.put(`/app/api/conversations/${id}/mentions/seen`)).status).toBe(204)
  expect(await count()).toBe(0)
  await note(member.adminId, `<p>${mention} to myself</p>`)
  await note(guichet.ownerId, '<p><span data-mention="999999">@nobody</span></p>')
  expect(await count()).toBe(0)
  expect((await own.put('/app/api/conversations/999999/mentions/seen')).status).toBe(404)
})
