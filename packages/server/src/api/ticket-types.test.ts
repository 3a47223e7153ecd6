import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, id: workspaceId, createWorkspace } = await startGuichet()

test('a ticket type begins with a title, a description and the four states', async () => {
  const { body: type } = await api.post('/ticket_types', {
    name: 'Bug',
    description: 'What broke',
    icon: '🐞',
  })
  expect(type).toMatchObject({
    name: 'Bug',
    category: 'Customer',
    icon: '🐞',
    is_internal: false,
    archived: false,
  })
  const [title, description] = type.ticket_type_attributes.data
  expect(title).toMatchObject({ name: '_default_title_', order: 0, default: true, workspace_id: workspaceId })
  expect(description).toMatchObject({ name: '_default_description_', input_options: { multiline: true } })
  const states = type.ticket_states.data.map((state: { category: string }) => state.category)
  expect(states).toEqual(['submitted', 'in_progress', 'waiting_on_customer', 'resolved'])
  expect((await api.get(`/ticket_types/${type.id}`)).body).toEqual(type)
  expect((await api.get('/ticket_types')).body.data).toContainEqual(type)
})

test('the icon of a ticket type is a ticket unless said', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Plain' })
  expect(type).toMatchObject({ icon: '🎟️', description: null })
})

test('a ticket type is renamed and archived', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Before', category: 'Tracker' })
  const { body: renamed } = await api.put(`/ticket_types/${type.id}`, { name: 'After' })
  expect(renamed).toMatchObject({ name: 'After', category: 'Tracker', archived: false })
  expect((await api.put(`/ticket_types/${type.id}`, { archived: true })).body.archived).toBe(true)
})

test('versions before categories and states know neither', async () => {
  const { body: type } = await api.at('2.9').post('/ticket_types', { name: 'Old' })
  expect(Object.keys(type)).not.toContain('category')
  expect(Object.keys((await api.at('2.11').get(`/ticket_types/${type.id}`)).body)).not.toContain(
    'ticket_states',
  )
  expect((await api.at('2.12').get(`/ticket_types/${type.id}`)).body.ticket_states.data).toHaveLength(4)
  expect((await api.at('2.11').get('/ticket_types')).body.type).toBe('list')
})

test('attributes are added at the end, with what their type of data has to say', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Order' })
  const path = `/ticket_types/${type.id}/attributes`
  const add = async (data_type: string, more = {}) =>
    (await api.post(path, { name: `A ${data_type}`, description: 'x', data_type, ...more })).body
  expect(await add('string')).toMatchObject({ order: 2, input_options: { multiline: false }, default: false })
  const list = await add('list', { list_items: 'Low,High, Urgent ' })
  const guid = expect.stringMatching(/^[0-9a-f-]{36}$/)
  expect(list.input_options.list_options).toEqual(
    ['Low', 'High', 'Urgent'].map(label => ({ id: guid, label })),
  )
  expect(await add('datetime')).toMatchObject({
    order: 4,
    input_options: null,
    ticket_type_id: Number(type.id),
  })
  expect((await api.get(`/ticket_types/${type.id}`)).body.ticket_type_attributes.data).toHaveLength(5)
})

test('an item of a list keeps its id while its label stays', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Levels' })
  const path = `/ticket_types/${type.id}/attributes`
  const body = { name: 'Level', description: '', data_type: 'list', list_items: 'Low,High' }
  const { body: before } = await api.post(path, body)
  const { body: after } = await api.put(`${path}/${before.id}`, {
    list_items: 'High,Urgent',
    description: 'How bad',
  })
  expect(after.description).toBe('How bad')
  const [high, urgent, ...rest] = after.input_options.list_options
  expect([high, rest]).toEqual([before.input_options.list_options[1], []])
  expect(urgent.label).toBe('Urgent')
})

test('what an attribute cannot be is refused', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Strict' })
  const path = `/ticket_types/${type.id}/attributes`
  const attribute = { name: 'Size', description: '', data_type: 'integer' }
  expect((await api.post(path, attribute)).status).toBe(200)
  expect((await api.post(path, attribute)).status).toBe(400)
  expect((await api.post(path, { ...attribute, name: 'x', data_type: 'colour' })).status).toBe(400)
  expect((await api.post(path, { ...attribute, name: 'x', data_type: 'list' })).status).toBe(400)
  const [title] = type.ticket_type_attributes.data
  expect((await api.put(`${path}/${title.id}`, { archived: true })).status).toBe(400)
  expect((await api.put(`${path}/999999`, { description: 'x' })).status).toBe(404)
  expect((await api.post('/ticket_types', { name: ' ' })).status).toBe(400)
})

test('states are listed with the types that have them', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Stated' })
  const { body: states } = await api.get('/ticket_states')
  expect(states.data[2]).toMatchObject({
    category: 'waiting_on_customer',
    internal_label: 'Waiting on customer',
    external_label: 'Waiting on you',
    archived: false,
  })
  expect(states.data[0].ticket_types.data).toContainEqual(
    expect.objectContaining({ id: type.id, name: 'Stated' }),
  )
})

test('ticket types of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { body: type } = await other.api.post('/ticket_types', { name: 'Theirs' })
  expect((await api.get(`/ticket_types/${type.id}`)).status).toBe(404)
  expect((await api.put(`/ticket_types/${type.id}`, { name: 'Mine' })).status).toBe(404)
  expect((await other.api.get('/ticket_types')).body.data).toHaveLength(1)
})
