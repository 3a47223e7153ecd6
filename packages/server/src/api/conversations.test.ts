import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { buildContact, buildConversation, reply, thread } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, ownerId, createWorkspace } = guichet

test('a conversation starts with the message of a contact', async () => {
  const contact = await buildContact(guichet)
  const from = { type: 'user', id: contact.id }
  const { body: message } = await api.post('/conversations', { from, body: 'Hello <b>there</b>' })
  expect(message).toEqual({
    type: 'user_message',
    id: expect.any(String),
    created_at: clock.now(),
    body: 'Hello <b>there</b>',
    message_type: 'inapp',
    conversation_id: expect.any(String),
  })
  const { body } = await api.get(`/conversations/${message.conversation_id}`)
  expect(body).toMatchObject({
    ...{
      type: 'conversation',
      state: 'open',
      open: true,
      read: false,
      waiting_since: clock.now(),
      teammates: null,
    },
    ...{ admin_assignee_id: 0, team_assignee_id: 0, priority: 'none', title: null, ticket: null, topics: {} },
    source: {
      ...{ type: 'conversation', id: message.id, delivered_as: 'customer_initiated', subject: '', url: null },
      body: '<p class="no-margin">Hello &lt;b&gt;there&lt;/b&gt;</p>',
      author: { type: 'user', id: contact.id, name: contact.name, email: contact.email },
    },
    contacts: { contacts: [{ type: 'contact', id: contact.id, external_id: contact.external_id }] },
    first_contact_reply: { created_at: clock.now(), type: 'conversation', url: null },
    conversation_parts: { conversation_parts: [], total_count: 0 },
  })
})

test('a visitor who writes becomes a lead', async () => {
  const visitor = await buildContact(guichet, { role: 'visitor' })
  const from = { type: 'contact', user_id: visitor.external_id }
  const { status, body } = await api.post('/conversations', { from, body: 'Anybody there?' })
  expect(status).toBe(200)
  const { body: conversation } = await api.get(`/conversations/${body.conversation_id}`)
  expect(conversation.source.author).toMatchObject({ type: 'lead', id: visitor.id })
})

test('a conversation of nobody known is refused', async () => {
  const from = { type: 'user', id: '123_doesnt_exist' }
  const { status, body } = await api.post('/conversations', { from, body: 'Hello there' })
  expect([status, body.errors[0]]).toEqual([404, { code: 'not_found', message: 'User Not Found' }])
})

test('an import keeps the times of what it brings', async () => {
  const contact = await buildContact(guichet)
  const created_at = clock.now() - 86_400 * 365
  const { body } = await api.post('/conversations', {
    from: { type: 'user', id: contact.id },
    body: 'Old',
    created_at,
  })
  const { body: conversation } = await api.get(`/conversations/${body.conversation_id}`)
  expect(conversation).toMatchObject({ created_at, updated_at: created_at, waiting_since: created_at })
  const later = await reply(guichet, conversation.id, { body: 'Answer', created_at: created_at + 60 })
  expect(later.body.conversation_parts.conversation_parts[0].created_at).toBe(created_at + 60)
  expect(later.body.updated_at).toBe(created_at + 60)
})

test.each(VERSIONS)('a conversation reads as it should at %s', async version => {
  const conversation = await buildConversation(guichet)
  await reply(guichet, conversation.id, { message_type: 'note', body: 'Look' })
  const at = api.at(version)
  const { body } = await at.get(`/conversations/${conversation.id}`)
  const strange = version === '2.16' || version === 'Preview' ? 0 : null
  expect(body.admin_assignee_id).toBe(strange)
  expect(body.conversation_parts.conversation_parts).toHaveLength(1)
  const { body: list } = await at.get('/conversations?per_page=5')
  expect(list.conversations[0]).not.toHaveProperty('conversation_parts')
})

test('plain text has no mark-up, and at Preview keeps the addresses of links', async () => {
  const { id } = await buildConversation(guichet, { body: 'One & two' })
  await reply(guichet, id, { body: '<p>See <a href="https://example.com/x">the page</a></p>' })
  const plain = async (version: '2.16' | 'Preview') =>
    (await api.at(version).get(`/conversations/${id}?display_as=plaintext`)).body
  expect((await plain('Preview')).source.body).toBe('One & two')
  expect(thread(await plain('Preview'))).toEqual(['See the page (https://example.com/x)'])
  expect(thread(await plain('2.16'))).toEqual(['See the page'])
})

test('only the newest 500 parts come along, and all are counted', async () => {
  const { id } = await buildConversation(guichet)
  const { database } = guichet
  await database.transaction(async tx => {
    const row = {
      workspace_id: guichet.id,
      conversation_id: Number(id),
      part_type: 'comment',
      author_type: 'admin',
    }
    const made = { created_at: clock.now(), updated_at: clock.now() }
    const parts = Array.from({ length: 502 }, (_, at) => ({ ...row, ...made, body: `<p>${at}</p>` }))
    await tx.insertInto('conversation_parts').values(parts).execute()
    await tx
      .updateTable('conversations')
      .set({ count_conversation_parts: 503 })
      .where('workspace_id', '=', guichet.id)
      .where('id', '=', Number(id))
      .execute()
  })
  const { body } = await api.get(`/conversations/${id}`)
  expect(body.conversation_parts.total_count).toBe(502)
  expect(thread(body)).toHaveLength(500)
  expect(thread(body)[0]).toBe('<p>2</p>')
  expect(thread(body).at(-1)).toBe('<p>501</p>')
})

test('the list is paged by cursor, the latest changed first', async () => {
  const other = await createWorkspace()
  const there = { ...guichet, ...other }
  const ids: string[] = []
  for (let at = 0; at < 5; at += 1) {
    clock.advance(1)
    ids.unshift((await buildConversation(there)).id)
  }
  const first = await other.api.get('/conversations?per_page=2')
  expect(first.body).toMatchObject({
    total_count: 5,
    pages: { type: 'pages', page: 1, per_page: 2, total_pages: 3 },
  })
  const seen: string[] = []
  for (let page = first; ; ) {
    seen.push(...page.body.conversations.map((each: { id: string }) => each.id))
    const next = page.body.pages.next?.starting_after
    if (!next) break
    page = await other.api.get(`/conversations?per_page=2&starting_after=${encodeURIComponent(next)}`)
  }
  expect(seen).toEqual(ids)
})

test('a cursor of nowhere is refused', async () => {
  const { status, body } = await api.get('/conversations?starting_after=nonsense')
  expect([status, body.errors[0].code]).toEqual([400, 'client_error'])
})

test('a conversation is read, and titled', async () => {
  const { id } = await buildConversation(guichet)
  const { body } = await api.put(`/conversations/${id}`, { read: true, title: 'Billing' })
  expect(body).toMatchObject({ read: true, title: 'Billing' })
  expect(
    body.conversation_parts.conversation_parts.map((part: { part_type: string }) => part.part_type),
  ).toEqual(['title_update'])
  expect(body.conversation_parts.conversation_parts[0].author).toMatchObject({ type: 'bot', name: 'Fin' })
})

test('each custom attribute that changes is told by a part', async () => {
  await guichet.database.transaction(tx =>
    tx
      .insertInto('data_attributes')
      .values({
        ...{ workspace_id: guichet.id, model: 'conversation', name: 'issue_type', data_type: 'string' },
        ...{ created_at: clock.now(), updated_at: clock.now() },
      })
      .execute(),
  )
  const { id } = await buildConversation(guichet)
  const put = (value: unknown) =>
    api.put(`/conversations/${id}`, { custom_attributes: { issue_type: value } })
  await put('Billing')
  await put('Billing')
  const { body } = await put('Bug')
  expect(body.custom_attributes).toEqual({ issue_type: 'Bug' })
  const parts = body.conversation_parts.conversation_parts
  expect(parts.map((part: { event_details: unknown }) => part.event_details)).toEqual([
    { attribute: { name: 'issue_type' }, value: { name: 'Billing', previous: null } },
    { attribute: { name: 'issue_type' }, value: { name: 'Bug', previous: 'Billing' } },
  ])
  expect(parts[0].part_type).toBe('conversation_attribute_updated_by_admin')
  expect((await put(null)).body.custom_attributes).toEqual({})
  const unknown = await api.put(`/conversations/${id}`, { custom_attributes: { nope: 1 } })
  expect(unknown.status).toBe(400)
  expect(unknown.body.errors[0]).toMatchObject({
    code: 'parameter_invalid',
    message: "Conversation attribute 'nope' does not exist",
  })
})

test('a priority is set at Preview, by Operator unless an admin is named, and has two steps below 2.16', async () => {
  const { id } = await buildConversation(guichet)
  const { body } = await api.put(`/conversations/${id}`, { priority: 'high' })
  const [part] = body.conversation_parts.conversation_parts
  expect(part).toMatchObject({
    part_type: 'priority_changed',
    author: { type: 'bot' },
    event_details: { current_priority: 'high', previous_priority: 'none' },
  })
  expect((await api.at('2.15').get(`/conversations/${id}`)).body.priority).toBe('priority')
  expect((await api.at('2.16').put(`/conversations/${id}`, { priority: 'low' })).body.priority).toBe('high')
  const named = await api.put(`/conversations/${id}`, { priority: 'low', admin_id: ownerId })
  expect(named.body.conversation_parts.conversation_parts[1].author.id).toBe(String(ownerId))
})

test('below Preview the events told by parts are only those of attributes, actions and workflows', async () => {
  const { id } = await buildConversation(guichet)
  await api.put(`/conversations/${id}`, { priority: 'high' })
  const { body } = await api.at('2.16').get(`/conversations/${id}`)
  expect(body.conversation_parts.conversation_parts[0].event_details).toBeNull()
})

test('a company is attached and taken away', async () => {
  const { id } = await buildConversation(guichet)
  await guichet.database.transaction(tx =>
    tx
      .insertInto('companies')
      .values({
        ...{ workspace_id: guichet.id, id: '6762f1571bb69f9f2193bbbb', company_id: 'c1', name: 'Blue' },
        ...{ created_at: clock.now(), updated_at: clock.now() },
      })
      .execute(),
  )
  const { body } = await api.put(`/conversations/${id}`, { company_id: '6762f1571bb69f9f2193bbbb' })
  expect(body.company).toMatchObject({ type: 'company', name: 'Blue' })
  expect((await api.put(`/conversations/${id}`, { company_id: null })).body.company).toBeNull()
  const unknown = await api.put(`/conversations/${id}`, { company_id: 'nope' })
  expect([unknown.status, unknown.body.errors[0].code]).toEqual([404, 'company_not_found'])
})

test('conversations of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { id } = await buildConversation(guichet)
  for (const answer of [
    await other.api.get(`/conversations/${id}`),
    await other.api.put(`/conversations/${id}`, { read: true }),
    await other.api.post(`/conversations/${id}/parts`, { message_type: 'open', admin_id: other.ownerId }),
  ])
    expect([answer.status, answer.body.errors[0]]).toEqual([
      404,
      { code: 'not_found', message: 'Resource Not Found' },
    ])
})

test('the assignment rules leave a part behind, up to 2.11', async () => {
  const { id } = await buildConversation(guichet)
  const { body } = await api.at('2.11').post(`/conversations/${id}/run_assignment_rules`)
  expect(body.conversation_parts.conversation_parts[0]).toMatchObject({
    part_type: 'default_assignment',
    author: { type: 'bot' },
  })
  expect((await api.at('2.12').post(`/conversations/${id}/run_assignment_rules`)).status).toBe(400)
})
