import { gatesAt } from '@guichet/contract/change.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import type { Actor } from '../domain/actor.ts'
import { beginConversation } from '../domain/message/index.ts'

const guichet = await startGuichet()
const { api, id, appId, ownerId, clock, database, origin } = guichet

const make = async (contact: object = {}) => {
  const sent = { role: 'user', email: `${crypto.randomUUID()}@example.com`, ...contact }
  return (await api.post('/contacts', sent)).body
}

const from = { type: 'admin', id: ownerId }
const conversationsOf = async (messageId: string) => {
  const query = { field: 'source.id', operator: '=', value: messageId }
  return (await api.post('/conversations/search', { query })).body.conversations
}

test('an admin sends a message in the app, which begins no conversation by itself', async () => {
  const user = await make()
  const to = { type: 'user', id: user.id }
  const { body: message } = await api.post('/messages', { message_type: 'inapp', body: 'heyy', from, to })
  expect(message).toEqual({
    type: 'admin_message',
    id: expect.any(String),
    created_at: clock.now(),
    subject: '',
    body: 'heyy',
    message_type: 'inapp',
    owner: {
      type: 'admin',
      id: String(ownerId),
      name: 'Ada Owner',
      email: 'ada@example.com',
      away_mode_enabled: false,
      away_mode_reassign: false,
    },
  })
  expect(await conversationsOf(message.id)).toEqual([])
  expect((await api.get(`/contacts/${user.id}`)).body.last_contacted_at).toBe(clock.now())
})

test('its conversation begins when the contact replies, once, with the message as its source', async () => {
  const [first, second] = [await make(), await make({ role: 'lead' })]
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'email', subject: 'News', body: '<p>Dear <b>all</b></p>', template: 'plain', from },
    to: [
      { type: 'user', id: first.id },
      { type: 'lead', id: second.id },
    ],
  })
  const begin = () => database.transaction(tx => beginConversation(tx, actor(), Number(message.id)))
  const conversationId = await begin()
  expect(await begin()).toBe(conversationId)
  const { body: conversation } = await api.get(`/conversations/${conversationId}`)
  expect(conversation.source).toMatchObject({
    ...{ id: message.id, type: 'email', delivered_as: 'admin_initiated', subject: 'News' },
    ...{ body: '<p>Dear <b>all</b></p>', author: { type: 'admin', id: String(ownerId) } },
  })
  expect(conversation).toMatchObject({ waiting_since: null, first_contact_reply: null, state: 'open' })
  const contacts = conversation.contacts.contacts.map((contact: { id: string }) => contact.id)
  expect(contacts.toSorted()).toEqual([first.id, second.id].toSorted())
})

test('a conversation is there at once where that is asked for', async () => {
  const user = await make({ external_id: 'at-once' })
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'in_app', body: 'Hello', from, to: { type: 'user', user_id: 'at-once' } },
    create_conversation_without_contact_reply: true,
  })
  expect(message).toMatchObject({ message_type: 'inapp', conversation_id: expect.any(String) })
  expect(await topicsOf(guichet, 'conversation', message.conversation_id)).toEqual([
    'conversation.admin.single.created',
  ])
  const [conversation] = await conversationsOf(message.id)
  expect(conversation).toMatchObject({ id: message.conversation_id })
  expect(conversation.contacts.contacts[0].id).toBe(user.id)
})

test.each(['inapp', 'in_app', 'conversation'])('`%s` is a message in the app', async message_type => {
  const to = { type: 'user', id: (await make()).id }
  const { body } = await api.at('2.7').post('/messages', { message_type, body: 'Hi', from, to })
  expect(body.message_type).toBe('inapp')
})

test('a contact writes a message and so begins a conversation', async () => {
  const lead = await make({ role: 'lead' })
  const sent = {
    from: { type: 'lead', id: lead.id },
    body: 'Is <b>this</b> on?',
    referer: 'https://example.com/a',
  }
  const { body: message } = await api.at('2.11').post('/messages', sent)
  expect(message).toEqual({
    type: 'user_message',
    id: expect.any(String),
    created_at: clock.now(),
    body: sent.body,
    message_type: 'inapp',
    conversation_id: expect.any(String),
  })
  const { body: conversation } = await api.get(`/conversations/${message.conversation_id}`)
  expect(conversation.source).toMatchObject({ id: message.id, url: sent.referer })
  expect(conversation.source.body).toContain('&lt;b&gt;')
})

test('what a message lacks is told in the words clients know', async () => {
  const to = { type: 'user', id: (await make()).id }
  const refusals = [
    [{ message_type: 'inapp', body: null }, 400, 'parameter_invalid', 'Body is required'],
    [{ message_type: 'email', body: null, subject: 'x' }, 400, 'parameter_invalid', 'Body is required'],
    [
      { message_type: 'email', body: 'x' },
      422,
      'parameter_not_found',
      'No subject supplied for email message',
    ],
    [{ body: 'x' }, 400, 'parameter_not_found', 'message_type is a required parameter'],
    [{ message_type: 'sms', body: 'https://a.b/c' }, 400, 'parameter_invalid', 'Invalid SMS message body'],
  ] as const
  for (const [sent, ...told] of refusals) {
    const { status, body } = await api.post('/messages', { from, to, ...sent })
    expect([status, body.errors[0].code, body.errors[0].message], JSON.stringify(sent)).toEqual(told)
  }
})

test('nobody unknown sends or gets a message', async () => {
  const to = { type: 'user', id: (await make()).id }
  const sent = { message_type: 'inapp', body: 'x', from, to }
  const unknown = { type: 'user', id: '6762f2371bb69f9f2193bc18' }
  const nobody = await api.post('/messages', { ...sent, to: unknown })
  expect([nobody.status, nobody.body.errors[0].message]).toEqual([404, 'User Not Found'])
  expect((await api.post('/messages', { ...sent, from: { type: 'admin', id: 999999 } })).status).toBe(404)
  expect((await api.post('/messages', { ...sent, from: unknown })).status).toBe(404)
  expect((await api.post('/messages', { ...sent, to: undefined })).status).toBe(400)
})

test('several recipients and copies are for 2.14 on', async () => {
  const [a, b, c] = [await make(), await make(), await make()]
  const each = (...contacts: { id: string }[]) => contacts.map(contact => ({ type: 'user', id: contact.id }))
  const sent = { message_type: 'inapp', body: 'x', from, create_conversation_without_contact_reply: true }
  const { body: message } = await api
    .at('2.14')
    .post('/messages', { ...sent, to: each(a, a), cc: each(b), bcc: each(c) })
  const [conversation] = await conversationsOf(message.id)
  const contacts = conversation.contacts.contacts.map((contact: { id: string }) => contact.id)
  expect(contacts.toSorted()).toEqual([a.id, b.id].toSorted())
  expect((await api.at('2.13').post('/messages', { ...sent, to: each(a, b) })).status).toBe(400)
})

test('a number nobody has becomes a lead when it is sent a WhatsApp message', async () => {
  const sent = {
    ...{ message_type: 'whatsapp', template: 'keep_live', locale: 'en', from },
    components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Ada' }] }],
    to: { name: 'John Doe', phone: 5547999998888 },
    create_conversation_without_contact_reply: true,
  }
  const { body: message } = await api.post('/messages', sent)
  expect(message).toMatchObject({ message_type: 'whatsapp', body: '' })
  const [first] = await conversationsOf(message.id)
  const [again] = await conversationsOf((await api.post('/messages', sent)).body.id)
  expect(again.contacts).toEqual(first.contacts)
  const { body: lead } = await api.get(`/contacts/${first.contacts.contacts[0].id}`)
  expect(lead).toMatchObject({ role: 'lead', name: 'John Doe', phone: '+5547999998888' })
})

test('a message of an import keeps its time, from 2.11 on', async () => {
  const to = { type: 'user', id: (await make()).id }
  const sent = { message_type: 'inapp', body: 'x', from, to, created_at: 1590000000 }
  expect((await api.post('/messages', sent)).body.created_at).toBe(1590000000)
  expect((await api.at('2.10').post('/messages', sent)).body.created_at).toBe(clock.now())
})

const actor = (): Actor => ({
  workspace: { id, name: 'Test', timezone: 'UTC' },
  ...{ adminId: ownerId, appId, scopes: 'all', version: NEWEST, gates: gatesAt(NEWEST) },
  ...{ now: clock.now(), origin, ip: undefined, strict: false },
})
