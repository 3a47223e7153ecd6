import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, createWorkspace } = await startGuichet()

let count = 0
const event = (external_conversation_id: string, more: object = {}) => ({
  ...{ event_id: `evt_${++count}`, external_conversation_id },
  contact: { type: 'user', external_id: 'channel-user', name: 'Alice', email: 'alice.channel@example.com' },
  ...more,
})
const notify = (what: string, body: object) => api.post(`/custom_channel_events/notify_${what}`, body)
const partsOf = async (id: string) =>
  (await api.get(`/conversations/${id}`)).body.conversation_parts.conversation_parts

test('a conversation of a channel begins, with its contact', async () => {
  const { body } = await notify('new_conversation', event('begins'))
  expect(body).toEqual({
    ...{ external_conversation_id: 'begins', conversation_id: expect.stringMatching(/^\d+$/) },
    ...{ external_contact_id: 'channel-user', contact_id: expect.stringMatching(/^[0-9a-f]{24}$/) },
  })
  expect((await api.get(`/contacts/${body.contact_id}`)).body).toMatchObject({
    ...{ role: 'user', external_id: 'channel-user', name: 'Alice', email: 'alice.channel@example.com' },
  })
  expect((await api.get(`/conversations/${body.conversation_id}`)).body).toMatchObject({
    ...{ state: 'open', source: { author: { id: body.contact_id } } },
  })
})

test('messages go on in the conversation they belong to, or begin it', async () => {
  const { body: first } = await notify('new_message', event('messages', { body: 'Hello' }))
  const { body: second } = await notify('new_message', event('messages', { body: 'Anybody there?' }))
  expect(second.conversation_id).toBe(first.conversation_id)
  const { body: conversation } = await api.get(`/conversations/${first.conversation_id}`)
  expect(conversation.source.body).toBe('<p class="no-margin">Hello</p>')
  expect(conversation.conversation_parts.conversation_parts).toMatchObject([
    { part_type: 'comment', author: { type: 'user' }, body: '<p class="no-margin">Anybody there?</p>' },
  ])
})

test('an event counts once, however often it is told', async () => {
  const told = event('once', { body: 'Only once' })
  const { body: first } = await notify('new_message', told)
  const again = await Promise.all([notify('new_message', told), notify('new_message', told)])
  expect(again.map(each => each.body)).toEqual([first, first])
  expect(await partsOf(first.conversation_id)).toEqual([])
})

test('conversations that begin at once are one', async () => {
  const bodies = ['a', 'b', 'c'].map(body => notify('new_message', event('race', { body })))
  const ids = (await Promise.all(bodies)).map(each => each.body.conversation_id)
  expect(new Set(ids).size).toBe(1)
  expect(await partsOf(ids[0])).toHaveLength(2)
})

test('a quick reply is one of those that were offered', async () => {
  const { body } = await notify('new_message', event('picks', { body: 'Hm' }))
  const uuid = 'a3b1c2d4-0000-4000-8000-000000000001'
  const { body: me } = await api.get('/me')
  await api.post(`/conversations/${body.conversation_id}/reply`, {
    ...{
      type: 'admin',
      admin_id: me.id,
      message_type: 'quick_reply',
      reply_options: [{ text: 'Yes', uuid }],
    },
  })
  const picked = await notify('quick_reply_selected', event('picks', { quick_reply_option_id: uuid }))
  expect(picked.body.conversation_id).toBe(body.conversation_id)
  expect((await partsOf(body.conversation_id)).at(-1)).toMatchObject({
    ...{ part_type: 'quick_reply', author: { type: 'user' }, body: '<p class="no-margin">Yes</p>' },
  })
  const unknown = await notify('quick_reply_selected', event('picks', { quick_reply_option_id: 'other' }))
  expect(unknown.status).toBe(404)
})

test('an attribute a contact answered for is on the conversation', async () => {
  const { body: attribute } = await api.post('/conversations/attributes', {
    name: 'Size',
    data_type: 'integer',
  })
  const { body } = await notify('new_conversation', event('collects'))
  const collect = (id: string, value: unknown) =>
    notify('attribute_collected', event('collects', { attribute: { id, value } }))
  await collect('Size', '40')
  await collect(String(attribute.id), 42)
  const { body: conversation } = await api.get(`/conversations/${body.conversation_id}`)
  expect(conversation.custom_attributes).toEqual({ Size: 42 })
  expect(conversation.conversation_parts.conversation_parts.at(-1)).toMatchObject({
    part_type: 'conversation_attribute_updated_by_user',
    event_details: { attribute: { name: 'Size' }, value: { name: '42', previous: '40' } },
  })
  expect((await collect('Colour', 'red')).status).toBe(400)
  expect((await collect('Size', 'wide')).status).toBe(400)
})

test('an answer in a conversation nobody began is refused', async () => {
  const picked = await notify('quick_reply_selected', event('nowhere', { quick_reply_option_id: 'x' }))
  const collected = await notify(
    'attribute_collected',
    event('nowhere', { attribute: { id: 'Size', value: 1 } }),
  )
  expect([picked.status, collected.status]).toEqual([404, 404])
})

test('channels of another workspace have ids of their own', async () => {
  const { body } = await notify('new_conversation', event('shared'))
  const other = await createWorkspace()
  const theirs = await other.api.post('/custom_channel_events/notify_new_conversation', event('shared'))
  expect(theirs.body.conversation_id).not.toBe(body.conversation_id)
  expect(theirs.body.contact_id).not.toBe(body.contact_id)
})
