import { beforeAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, ownerId } = await startGuichet()

const types: Record<string, string> = {}
let contactId = ''

beforeAll(async () => {
  for (const category of ['Customer', 'Back-office', 'Tracker'])
    types[category] = (await api.post('/ticket_types', { name: category, category })).body.id
  contactId = (await api.post('/contacts', { role: 'user', email: 'linked@example.com' })).body.id
})

const ticket = (category: string, more = {}) =>
  api.post('/tickets', { ticket_type_id: types[category], contacts: [{ id: contactId }], ...more })

const conversation = async (body = 'Help'): Promise<string> =>
  (await api.post('/conversations', { from: { type: 'user', id: contactId }, body })).body.conversation_id

const linked = async (path: string) => (await api.get(path)).body.linked_objects.data

test('a conversation is linked to a tracker and taken from it again', async () => {
  const { id } = (await ticket('Tracker')).body
  const conversation_id = await conversation()
  const { body } = await api.post(`/tickets/${id}/linked_conversations`, { conversation_id })
  expect(body).toMatchObject({ type: 'conversation', id: conversation_id })
  expect(body.linked_objects.data).toEqual([{ type: 'ticket', id, category: 'Tracker' }])
  expect(await linked(`/tickets/${id}`)).toEqual([
    { type: 'conversation', id: conversation_id, category: null },
  ])
  const undone = await api.delete(`/tickets/${id}/linked_conversations/${conversation_id}`)
  expect(undone.body.linked_objects).toEqual({ type: 'list', data: [], total_count: 0, has_more: false })
  expect(await linked(`/tickets/${id}`)).toEqual([])
  const again = await api.delete(`/tickets/${id}/linked_conversations/${conversation_id}`)
  expect(again.body.errors[0]).toMatchObject({
    ...{ code: 'conversation_not_found', message: 'Conversation is not linked to this ticket' },
  })
})

test('only trackers link, each conversation to one of them', async () => {
  const [first, second] = [(await ticket('Tracker')).body.id, (await ticket('Tracker')).body.id]
  const conversation_id = await conversation()
  const code = async (id: string, body: unknown) =>
    (await api.post(`/tickets/${id}/linked_conversations`, body)).body.errors?.[0].code
  expect(await code((await ticket('Customer')).body.id, { conversation_id })).toBe('invalid_ticket_type')
  expect(await code(first, { conversation_id })).toBeUndefined()
  expect(await code(second, { conversation_id })).toBe('already_linked_to_tracker')
  expect(await code(second, {})).toBe('parameter_not_found')
  expect(await code(second, { conversation_id: '999999' })).toBe('conversation_not_found')
  expect(await code('999999', { conversation_id })).toBe('ticket_not_found')
  expect((await api.at('2.14').post(`/tickets/${first}/linked_conversations`, {})).status).toBe(400)
})

test('a note on a tracker is posted to all it is linked to when it says so', async () => {
  const { id } = (await ticket('Tracker')).body
  const conversation_id = await conversation()
  await api.post(`/tickets/${id}/linked_conversations`, { conversation_id })
  const note = { message_type: 'note', type: 'admin', admin_id: ownerId, body: 'Fixed' }
  await api.post(`/tickets/${id}/reply`, { ...note, body: 'Only here' })
  await api.post(`/tickets/${id}/reply`, { ...note, cross_post: true })
  const { conversation_parts } = (await api.get(`/conversations/${conversation_id}`)).body.conversation_parts
  const bodies = conversation_parts.map((part: { body: string }) => part.body)
  expect(bodies).toEqual(['<p class="no-margin">Fixed</p>'])
})

test('a back-office ticket or a tracker is made for a conversation, a customer ticket is not', async () => {
  const conversation_to_link_id = await conversation()
  const { body: task } = await ticket('Back-office', { conversation_to_link_id })
  expect(task.linked_objects.data).toEqual([
    { type: 'conversation', id: conversation_to_link_id, category: null },
  ])
  expect((await ticket('Tracker', { conversation_to_link_id })).status).toBe(200)
  expect((await ticket('Tracker', { conversation_to_link_id })).body.errors[0].code).toBe(
    'already_linked_to_tracker',
  )
  expect((await ticket('Customer', { conversation_to_link_id })).status).toBe(400)
  expect((await ticket('Tracker', { conversation_to_link_id: task.id })).status).toBe(400)
  expect((await ticket('Tracker', { conversation_to_link_id: '999999' })).status).toBe(404)
})

test('a conversation becomes a customer ticket under its own id, its first message the first part', async () => {
  const id = await conversation('My order is late')
  const { body } = await api.post(`/conversations/${id}/convert`, {
    ...{ ticket_type_id: types['Customer'], attributes: { _default_title_: 'Late' } },
  })
  expect(body).toMatchObject({ type: 'ticket', id, category: 'Customer', is_shared: true })
  expect(body.ticket_attributes).toMatchObject({ _default_title_: 'Late', _default_description_: null })
  const [first, second] = body.ticket_parts.ticket_parts
  expect(body.ticket_parts.total_count).toBe(2)
  expect(first).toMatchObject({ part_type: 'comment', author: { type: 'user', id: contactId } })
  expect(first.body).toContain('My order is late')
  expect(second.part_type).toBe('ticket_state_updated_by_admin')
  expect((await api.get(`/conversations/${id}`)).body.ticket).toMatchObject({ id })
  expect((await api.post(`/conversations/${id}/convert`, { ticket_type_id: types['Customer'] })).status).toBe(
    400,
  )
})

test('a conversation becomes no ticket of another category, nor one of an unknown type', async () => {
  const id = await conversation()
  const refused = await api.post(`/conversations/${id}/convert`, { ticket_type_id: types['Tracker'] })
  expect(refused.body.errors[0]).toMatchObject({
    ...{ code: 'parameter_invalid', message: 'Ticket type is not a customer ticket type' },
  })
  expect((await api.post(`/conversations/${id}/convert`, { ticket_type_id: '999999' })).status).toBe(404)
  const body = { ticket_type_id: types['Customer'] }
  expect((await api.post('/conversations/999999/convert', body)).body.errors[0].code).toBe('not_found')
  const stated = await api.post(`/conversations/${id}/convert`, { ...body, ticket_state_id: '0' })
  expect(stated.body.errors[0].code).toBe('ticket_state_id_invalid')
  expect((await api.at('2.10').post(`/conversations/${id}/convert`, body)).body.ticket_state).toBe(
    'submitted',
  )
})

test('a ticket gets another type of its category and keeps the attributes both have', async () => {
  const attribute = { name: 'Level', description: '', data_type: 'list' }
  const { body: other } = await api.post('/ticket_types', { name: 'Other' })
  await api.post(`/ticket_types/${types['Customer']}/attributes`, { ...attribute, list_items: 'Low,High' })
  await api.post(`/ticket_types/${other.id}/attributes`, { ...attribute, list_items: 'High,Top' })
  const { id } = (await ticket('Customer', { ticket_attributes: { _default_title_: 'Same', Level: 'High' } }))
    .body
  const resolved = other.ticket_states.data[3].id
  const { body } = await api.post(`/tickets/${id}/change_type`, {
    ...{
      ticket_type_id: other.id,
      ticket_state_id: resolved,
      ticket_attributes: { _default_description_: 'New' },
    },
  })
  expect(body).toMatchObject({ ticket_type: { id: other.id }, ticket_state: { category: 'resolved' } })
  expect(body.ticket_attributes).toEqual({
    _default_title_: 'Same',
    _default_description_: 'New',
    Level: 'High',
  })
})

test('a change of type that makes no sense is refused', async () => {
  const { body: made } = await ticket('Customer')
  const { body: other } = await api.post('/ticket_types', { name: 'Another' })
  const [state] = other.ticket_states.data
  const refusal = async (body: unknown, id = made.id) => {
    const answer = await api.post(`/tickets/${id}/change_type`, body)
    return [answer.status, answer.body.errors[0].code, answer.body.errors[0].message]
  }
  const valid = { ticket_type_id: other.id, ticket_state_id: state.id }
  expect(await refusal({ ticket_state_id: state.id })).toEqual([
    ...[400, 'parameter_not_found', 'ticket_type_id is a required parameter'],
  ])
  expect(await refusal({ ticket_type_id: other.id })).toEqual([
    ...[400, 'parameter_not_found', 'ticket_state_id is a required parameter'],
  ])
  expect((await refusal({ ...valid, ticket_type_id: types['Customer'] }))[2]).toBe(
    'Cannot change to the same ticket type',
  )
  expect((await refusal({ ...valid, ticket_type_id: types['Tracker'] }))[0]).toBe(400)
  expect((await refusal({ ...valid, ticket_state_id: '0' }))[2]).toBe(
    "Ticket custom state doesn't belong to the new ticket type",
  )
  expect((await refusal({ ...valid, ticket_attributes: { Priority: 1 } }))[2]).toContain(
    'ticket type: Priority',
  )
  expect(await refusal(valid, '999999')).toEqual([404, 'not_found', 'Resource Not Found'])
})
