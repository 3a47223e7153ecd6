import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, ownerId, createWorkspace } = guichet

const make = async (contact: object = {}) => {
  const sent = { role: 'user', email: `${crypto.randomUUID()}@example.com`, ...contact }
  return (await api.post('/contacts', sent)).body
}

const start = async (contact: { id: string }): Promise<string> => {
  const sent = { from: { type: 'user', id: contact.id }, body: 'Hello' }
  return (await api.post('/conversations', sent)).body.conversation_id
}

const idsIn = async (conversation: string): Promise<string[]> => {
  const { body } = await api.get(`/conversations/${conversation}`)
  return body.contacts.contacts.map((contact: { id: string }) => contact.id)
}

test.each(['2.7', '2.11', 'Preview'] as const)(
  'a contact joins a conversation and leaves it again, at %s',
  async version => {
    const [first, second] = [await make(), await make()]
    const conversation = await start(first)
    const customers = `/conversations/${conversation}/customers`
    const { body: joined } = await api
      .at(version)
      .post(customers, { admin_id: ownerId, customer: { intercom_user_id: second.id } })
    expect(joined).toMatchObject({ id: conversation, customers: [{ type: 'user', id: second.id }] })
    expect(joined.conversation_parts.conversation_parts).toMatchObject([
      { part_type: 'participant_added', body: null, author: { type: 'admin', id: String(ownerId) } },
    ])
    expect(await idsIn(conversation)).toEqual(expect.arrayContaining([first.id, second.id]))
    const { body: left } = await api.at(version).delete(`${customers}/${second.id}`, { admin_id: ownerId })
    expect(left).toMatchObject({ id: conversation, customers: [{ type: 'user', id: first.id }] })
    expect(left.conversation_parts.conversation_parts[0].part_type).toBe('participant_removed')
    expect(await idsIn(conversation)).toEqual([first.id])
  },
)

test('joining and leaving are announced', async () => {
  const [first, second] = [await make(), await make()]
  const conversation = await start(first)
  const customers = `/conversations/${conversation}/customers`
  await api.post(customers, { admin_id: ownerId, customer: { intercom_user_id: second.id } })
  await api.delete(`${customers}/${second.id}`, { admin_id: ownerId })
  expect((await topicsOf(guichet, 'conversation', conversation)).slice(-2)).toEqual([
    'conversation.contact.attached',
    'conversation.contact.detached',
  ])
})

test('a contact can be named by its external id or its address, and add others itself', async () => {
  const [first, second] = [await make({ external_id: 'one' }), await make({ external_id: 'two' })]
  const conversation = await start(first)
  const customer = { user_id: 'two', customer: { email: first.email } }
  const { body } = await api.post(`/conversations/${conversation}/customers`, { customer })
  expect(body.conversation_parts.conversation_parts[0].author).toMatchObject({ type: 'user', id: first.id })
  expect(await idsIn(conversation)).toContain(second.id)
})

test('an address nobody has becomes a lead', async () => {
  const conversation = await start(await make())
  const { body } = await api.post(`/conversations/${conversation}/customers`, {
    admin_id: ownerId,
    customer: { email: 'new.person@example.com' },
  })
  expect(body.customers).toEqual([{ type: 'lead', id: expect.any(String) }])
  const { body: lead } = await api.get(`/contacts/${body.customers[0].id}`)
  expect(lead).toMatchObject({ role: 'lead', email: 'new.person@example.com' })
})

test('somebody who takes part already changes nothing', async () => {
  const contact = await make()
  const conversation = await start(contact)
  const { body } = await api.post(`/conversations/${conversation}/customers`, {
    admin_id: ownerId,
    customer: { intercom_user_id: contact.id },
  })
  expect(body.conversation_parts.total_count).toBe(0)
})

test('the last contact of a conversation cannot be taken out', async () => {
  const contact = await make()
  const conversation = await start(contact)
  const path = `/conversations/${conversation}/customers/${contact.id}`
  const { status, body } = await api.delete(path, { admin_id: ownerId })
  expect([status, body.errors[0]]).toEqual([
    422,
    { code: 'parameter_invalid', message: 'Removing the last customer is not allowed' },
  ])
})

test('what is not there is told apart', async () => {
  const contact = await make()
  const stranger = await make()
  const conversation = await start(contact)
  const admin_id = ownerId
  const unknown = { intercom_user_id: '6762f19e1bb69f9f2193bbd5' }
  const answers = [
    await api.post('/conversations/99999999/customers', {
      admin_id,
      customer: { intercom_user_id: contact.id },
    }),
    await api.post(`/conversations/${conversation}/customers`, { admin_id, customer: unknown }),
    await api.delete(`/conversations/${conversation}/customers/${stranger.id}`, { admin_id }),
    await api.delete(`/conversations/99999999/customers/${contact.id}`, { admin_id }),
  ]
  expect(answers.map(answer => [answer.status, answer.body.errors[0].message])).toEqual([
    [404, 'Resource Not Found'],
    [404, 'User Not Found'],
    [404, 'User Not Found'],
    [404, 'Resource Not Found'],
  ])
  const nobody = await api.post(`/conversations/${conversation}/customers`, { admin_id, customer: {} })
  expect(nobody.status).toBe(400)
  const other = await createWorkspace()
  const theirs = await other.api.post(`/conversations/${conversation}/customers`, {
    customer: { email: 'a@example.com' },
  })
  expect(theirs.status).toBe(404)
})
