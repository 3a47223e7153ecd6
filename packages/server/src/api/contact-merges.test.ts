import { expect, test } from 'vitest'
import { buildSubscriptionType, buildVisitor } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainEvents } from '../../test/support/happened.ts'

const guichet = await startGuichet()
const { api, clock, createWorkspace } = guichet

let made = 0
const pair = async (user: object = {}, lead: object = {}) => {
  made += 1
  const email = `pair${made}@example.com`
  const into = await api.post('/contacts', { email, external_id: `pair-${made}`, ...user })
  const from = await api.post('/contacts', { role: 'lead', email, ...lead })
  return { from: from.body.id, into: into.body.id }
}

test('a merged lead fills the gaps of the user and brings along what hung on it', async () => {
  const { from, into } = await pair({ name: 'Ada' }, { name: 'Lead', phone: '+353871234567' })
  const [kept, moved] = [await tag('kept'), await tag('moved')]
  for (const [contact, id] of [
    [from, kept],
    [from, moved],
    [into, kept],
  ])
    await api.post(`/contacts/${contact}/tags`, { id })
  await api.post(`/contacts/${from}/notes`, { body: 'Likes tea' })
  const type = await buildSubscriptionType(guichet)
  await api.post(`/contacts/${from}/subscriptions`, { id: type, consent_type: 'opt_out' })
  const { body: company } = await api.post('/companies', { company_id: 'merged', name: 'Merged' })
  for (const contact of [from, into]) await api.post(`/contacts/${contact}/companies`, { id: company.id })
  const { body: conversation } = await api.post('/conversations', {
    from: { type: 'lead', id: from },
    body: 'Hello',
  })

  const { body } = await api.post('/contacts/merge', { from, into })
  expect(body).toMatchObject({ id: into, role: 'user', name: 'Ada', phone: '+353871234567' })
  expect([body.tags.total_count, body.notes.total_count, body.companies.total_count]).toEqual([2, 1, 1])
  expect(body.opted_out_subscription_types.total_count).toBe(1)
  expect((await api.get(`/companies/${company.id}`)).body.user_count).toBe(1)
  const { body: read } = await api.get(`/conversations/${conversation.conversation_id}`)
  expect(read.contacts.contacts).toMatchObject([{ id: into }])
  expect(read.source.author).toMatchObject({ type: 'user', id: into })
  const { body: search } = await api.post('/contacts/search', {
    query: { field: 'email', operator: '=', value: body.email },
  })
  expect(search.data.map(({ id }: { id: string }) => id)).toEqual([into])
})

const tag = async (name: string) => (await api.post('/tags', { name })).body.id

test('a merged contact leads to the survivor from 2.16 on, and is unknown before', async () => {
  const { from, into } = await pair()
  await api.post('/contacts/merge', { from, into })
  const gone = await api.at('2.16').get(`/contacts/${from}`)
  expect([gone.status, gone.headers.get('link')]).toEqual([410, `</contacts/${into}>; rel="canonical"`])
  expect(gone.body.errors[0].code).toBe('contact_merged')
  const unknown = await api.at('2.15').get(`/contacts/${from}`)
  expect([unknown.status, unknown.body.errors[0].message]).toEqual([404, 'User Not Found'])
})

test('from 2.16 on only duplicates are merged, unless asked to skip that', async () => {
  const { from, into } = await pair({}, { email: 'elsewhere@example.com' })
  const refused = await api.at('2.16').post('/contacts/merge', { from, into })
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'invalid_merge'])
  expect((await api.post('/contacts/merge', { from, into, skip_duplicate_validation: true })).body.id).toBe(
    into,
  )
  const older = await pair({}, { email: 'other@example.com' })
  expect((await api.at('2.15').post('/contacts/merge', older)).body.id).toBe(older.into)
})

test('only a lead is merged, and only into a user', async () => {
  const { from, into } = await pair()
  expect((await api.post('/contacts/merge', { from: into, into: from })).status).toBe(400)
  expect((await api.post('/contacts/merge', { from, into: from })).status).toBe(400)
  expect((await api.post('/contacts/merge', { from, into: 'f'.repeat(24) })).status).toBe(404)
})

test('a user tells whom it was merged from, page by page', async () => {
  const { from, into } = await pair()
  const { body: second } = await api.post('/contacts', { role: 'lead' })
  await api.post('/contacts/merge', { from, into })
  clock.advance(5)
  await api.post('/contacts/merge', { from: second.id, into, skip_duplicate_validation: true })
  const { body: first } = await api.get(`/contacts/${into}/merge_history?per_page=1`)
  expect(first).toMatchObject({
    data: [
      {
        type: 'merge_history',
        source_contact_id: second.id,
        source_contact_role: 'lead',
        merged_at: clock.now(),
      },
    ],
    has_more: true,
  })
  const { body: rest } = await api.get(
    `/contacts/${into}/merge_history?cursor=${encodeURIComponent(first.next_cursor)}`,
  )
  expect(rest).toMatchObject({ data: [{ source_contact_id: from }], has_more: false, next_cursor: null })
  const { body: contact } = await api.get(`/contacts/${into}?include_merge_history=true`)
  expect(contact.merge_history).toHaveLength(2)
  const lead = await api.post('/contacts', { role: 'lead' })
  expect((await api.get(`/contacts/${lead.body.id}/merge_history`)).status).toBe(404)
})

test('a preview tells what a merge would do and does nothing', async () => {
  const { from, into } = await pair({ name: 'Ada' }, { name: 'Lead', phone: '+1555' })
  const { body } = await api.post('/contacts/merge/preview', { from, into })
  expect(body.summary.attribute_changes.attributes).toEqual([
    { field: 'phone', outcome: 'adopted', from_value: '+1555', new_into_value: '+1555' },
    { field: 'name', outcome: 'discarded', from_value: 'Lead', into_value: 'Ada', new_into_value: 'Ada' },
  ])
  expect(body.summary.reassignments.tags).toEqual({ from: 0, into: 0 })
  expect((await api.get(`/contacts/${from}`)).status).toBe(200)
  const { body: blocked } = await api.post('/contacts/merge/preview', { from: into, into: from })
  expect(blocked).toMatchObject({ allowed: false, reasons: [{ code: 'invalid_merge_role_pair' }] })
})

test('the activities of contacts are told, the oldest first', async () => {
  const other = await createWorkspace()
  const { body: user } = await other.api.post('/contacts', { external_id: 'u1', email: 'a@example.com' })
  const { body: lead } = await other.api.post('/contacts', { role: 'lead', email: 'a@example.com' })
  await other.api.post('/contacts/merge', { from: lead.id, into: user.id })
  await other.api.delete(`/contacts/${user.id}`)
  await drainEvents(guichet)
  const { body } = await other.api.get('/contacts/activities?per_page=3')
  expect(body.data.map((each: { event_type: string }) => each.event_type)).toEqual([
    ...['contact.created', 'contact.created', 'contact.merged'],
  ])
  expect(body.data[2]).toMatchObject({
    contact_id: user.id,
    merge_source_id: lead.id,
    merge_target_id: user.id,
    external_id: 'u1',
  })
  const next = encodeURIComponent(body.pages.next.starting_after)
  const { body: rest } = await other.api.get(`/contacts/activities?starting_after=${next}`)
  expect(rest).toMatchObject({ data: [{ event_type: 'contact.deleted' }], pages: { next: null } })
})

test('a visitor is found, named, and becomes a user with its own id', async () => {
  const id = await buildVisitor(guichet, 'visitor-1')
  expect((await api.get('/visitors?user_id=visitor-1')).body).toMatchObject({
    type: 'visitor',
    id,
    user_id: 'visitor-1',
    email: '',
  })
  expect((await api.put('/visitors', { user_id: 'visitor-1', name: 'Gareth' })).body.name).toBe('Gareth')
  const { body } = await api.post('/visitors/convert', {
    ...{ visitor: { user_id: 'visitor-1' }, user: { email: 'Foo@bar.com' }, type: 'user' },
  })
  expect(body).toMatchObject({
    type: 'contact',
    id,
    role: 'user',
    email: 'foo@bar.com',
    external_id: null,
    name: 'Gareth',
  })
  const missing = await api.get('/visitors?user_id=visitor-1')
  expect([missing.status, missing.body.errors[0].message]).toEqual([404, 'Visitor Not Found'])
})

test('a visitor becomes a lead under its user id', async () => {
  const id = await buildVisitor(guichet, 'visitor-2')
  const { body } = await api.post('/visitors/convert', { visitor: { id }, user: {}, type: 'lead' })
  expect(body).toMatchObject({ id, role: 'lead', external_id: 'visitor-2' })
})

test('a visitor who turns out to be a known user is merged into it', async () => {
  const visitor = await buildVisitor(guichet, 'visitor-3')
  await api.post(`/contacts/${visitor}/tags`, { id: await tag('seen') })
  const { body: user } = await api.post('/contacts', { email: 'known@example.com' })
  const { body } = await api.post('/visitors/convert', {
    ...{ visitor: { id: visitor }, user: { email: 'known@example.com' }, type: 'user' },
  })
  expect([body.id, body.tags.total_count, body.external_id]).toEqual([user.id, 1, null])
  expect((await api.get(`/contacts/${user.id}/merge_history`)).body.data).toEqual([])
})
