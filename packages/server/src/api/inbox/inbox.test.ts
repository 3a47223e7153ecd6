import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { api } = guichet
const member = await buildMember(guichet, 'agent')
const own = await signedIn(guichet, member)

const everything = { query: { operator: 'AND', value: [{ field: 'state', operator: '=', value: 'open' }] } }

const contact = (await api.post('/contacts', { role: 'user', name: 'Inès', email: 'ines@example.com' })).body
const { conversation_id: id } = (
  await api.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Where is my parcel?' })
).body

test('the inbox lists conversations with whom they are and what was said last', async () => {
  const [fresh] = (await own.post('/app/api/inbox/items', everything)).body.data
  expect(fresh).toMatchObject({
    ...{ conversation: { id }, preview: null },
    person: { id: contact.id, name: 'Inès', email: 'ines@example.com' },
  })
  const say = (message_type: string, body: string) =>
    api.post(`/conversations/${id}/reply`, { message_type, type: 'admin', admin_id: member.adminId, body })
  await say('comment', '<p>On its <b>way</b></p>')
  const [answered] = (await own.post('/app/api/inbox/items', everything)).body.data
  expect(answered.preview).toMatchObject({ kind: 'message', author_type: 'admin', text: 'On its way' })
  await say('note', 'Lost at the depot')
  const [noted] = (await own.post('/app/api/inbox/items', everything)).body.data
  expect(noted.preview).toMatchObject({ kind: 'note', text: 'Lost at the depot' })
})

test('the views are counted for whoever asks', async () => {
  const before = (await own.get('/app/api/inbox/counts')).body
  await api.post(`/conversations/${id}/parts`, {
    ...{ message_type: 'assignment', type: 'admin', admin_id: member.adminId, assignee_id: member.adminId },
  })
  const after = (await own.get('/app/api/inbox/counts')).body
  expect([after.mine - before.mine, after.unassigned - before.unassigned, after.all - before.all]).toEqual([
    1, -1, 0,
  ])
  const others = (await (await signedInAs(guichet, 'agent')).get('/app/api/inbox/counts')).body
  expect([others.mine, others.all]).toEqual([0, after.all])
})

test('a count is that of its list, where tickets are that are no conversations', async () => {
  const type = (await api.post('/ticket_types', { name: 'Stock check', category: 'Back-office' })).body
  const ticket = { ticket_type_id: type.id, contacts: [{ id: contact.id }], ticket_attributes: {} }
  expect((await api.post('/tickets', ticket)).status).toBe(200)
  const { total_count } = (await own.post('/app/api/inbox/items', everything)).body
  expect((await own.get('/app/api/inbox/counts')).body.all).toBe(total_count)
})

test('what somebody opens is read, and keeps its place in the list', async () => {
  const before = (await api.get(`/conversations/${id}`)).body
  guichet.clock.advance(60)
  const { body } = await own.put(`/conversations/${id}`, { read: !before.read })
  expect([body.read, body.updated_at]).toEqual([!before.read, before.updated_at])
})

test('another workspace sees and counts none of it', async () => {
  const elsewhere = await guichet.createWorkspace()
  const other = await signedInAs(guichet, 'owner', elsewhere)
  expect((await other.post('/app/api/inbox/items', everything)).body.data).toEqual([])
  expect((await other.get('/app/api/inbox/counts')).body).toMatchObject({ all: 0, teams: [] })
})

test('anybody goes away and comes back by themselves, though only some may send others away', async () => {
  const light = await buildMember(guichet, 'light')
  const session = await signedIn(guichet, light)
  expect((await session.put('/app/api/me/away', { away: true })).status).toBe(204)
  expect((await session.get('/app/api/me')).body.admin.away_mode_enabled).toBe(true)
  const { status } = await session.put(`/admins/${member.adminId}/away`, {
    ...{ away_mode_enabled: true, away_mode_reassign: false },
  })
  expect(status).toBe(403)
  expect((await session.put('/app/api/me/away', { away: false })).status).toBe(204)
  expect((await session.get('/app/api/me')).body.admin.away_mode_enabled).toBe(false)
})

test('a query that is none is refused, and so is a caller without a session', async () => {
  const { status, body } = await own.post('/app/api/inbox/items', {
    query: { field: 'nonsense', operator: '=', value: 1 },
  })
  expect([status, body.errors[0].code]).toEqual([400, 'invalid_field'])
  expect((await api.get('/app/api/inbox/counts')).status).toBe(401)
})
