import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, ownerId, clock, createWorkspace } = await startGuichet()

const levels = (name: string) => ({
  name,
  data_type: 'list',
  options: [{ label: 'Low' }, { label: 'High' }],
})

test('a text attribute is created, read and listed', async () => {
  const sent = { name: 'issue', data_type: 'string', description: 'What it is about' }
  const { body: attribute } = await api.post('/conversations/attributes', sent)
  expect(attribute).toEqual({
    type: 'conversation_attribute',
    id: attribute.id,
    ...sent,
    required: false,
    visible_to_team_ids: [],
    archived: false,
    created_at: clock.now(),
    updated_at: clock.now(),
    admin_id: String(ownerId),
    multiline: false,
  })
  expect((await api.get(`/conversations/attributes/${attribute.id}`)).body).toEqual(attribute)
  expect((await api.at('2.16').get('/conversations/attributes')).body.data).toContainEqual(attribute)
})

test('each data type has its own parts', async () => {
  const { body: relation } = await api.post('/conversations/attributes', {
    name: 'orders',
    data_type: 'relationship',
    reference: { type: 'many', object_type_id: 'Order' },
  })
  expect(relation.reference).toEqual({ type: 'many', object_type_id: 'Order' })
  const { body: number } = await api.post('/conversations/attributes', { name: 'n', data_type: 'integer' })
  expect(Object.keys(number)).not.toContain('multiline')
  const misplaced = await api.put(`/conversations/attributes/${number.id}`, { multiline: true })
  expect(misplaced.status).toBe(422)
})

test('a data type that does not exist is refused with the list of those that do', async () => {
  const { status, body } = await api.post('/conversations/attributes', { name: 'x', data_type: 'colour' })
  expect(status).toBe(422)
  expect(body.errors[0]).toMatchObject({
    code: 'parameter_invalid',
    message:
      "data_type 'colour' is not valid. Allowed types: string, integer, list, decimal, boolean, datetime, relationship, files",
  })
})

test('a name is given once, and again after its attribute is archived', async () => {
  const sent = { name: 'region', data_type: 'string' }
  const { body: first } = await api.post('/conversations/attributes', sent)
  expect((await api.post('/conversations/attributes', sent)).status).toBe(422)
  await api.delete(`/conversations/attributes/${first.id}`)
  expect((await api.post('/conversations/attributes', sent)).status).toBe(200)
})

test('an attribute is changed field by field', async () => {
  const { body: attribute } = await api.post('/conversations/attributes', { name: 'a', data_type: 'string' })
  clock.advance(10)
  const { body: changed } = await api.put(`/conversations/attributes/${attribute.id}`, {
    name: 'b',
    description: 'New',
    required: true,
  })
  expect(changed).toEqual({
    ...attribute,
    name: 'b',
    description: 'New',
    required: true,
    updated_at: clock.now(),
  })
  const other = await api.post('/conversations/attributes', { name: 'c', data_type: 'string' })
  const taken = await api.put(`/conversations/attributes/${other.body.id}`, { name: 'b' })
  expect(taken.status).toBe(422)
  expect((await api.put(`/conversations/attributes/${other.body.id}`, {})).body).toMatchObject({ name: 'c' })
})

test('an archived attribute is read by its id and listed only when asked for', async () => {
  const { body: attribute } = await api.post('/conversations/attributes', {
    name: 'old',
    data_type: 'string',
  })
  const { body: archived } = await api.delete(`/conversations/attributes/${attribute.id}`)
  expect(archived).toMatchObject({ id: attribute.id, archived: true })
  expect((await api.get(`/conversations/attributes/${attribute.id}`)).body).toEqual(archived)
  const { body: live } = await api.get('/conversations/attributes')
  expect(live.data).not.toContainEqual(archived)
  const { body: all } = await api.get('/conversations/attributes?include_archived=true')
  expect(all.data).toContainEqual(archived)
})

test('an attribute can be kept to teams that exist', async () => {
  const sent = { name: 'secret', data_type: 'string', visible_to_team_ids: ['999999'] }
  expect((await api.post('/conversations/attributes', sent)).body.errors[0].code).toBe('team_not_found')
})

test('options are added, renamed and archived by their ids', async () => {
  const { body: list } = await api.post('/conversations/attributes', levels('level'))
  const path = `/conversations/attributes/${list.id}/options`
  const { body: three } = await api.post(path, { label: 'Highest' })
  expect(three.options.map((option: { label: string }) => option.label)).toEqual(['Low', 'High', 'Highest'])
  const { id } = three.options[2]
  const { body: renamed } = await api.put(`${path}/${id}`, { label: 'Top' })
  expect(renamed.options[2]).toEqual({ id, label: 'Top', archived: false })
  const { body: archived } = await api.delete(`${path}/${id}`)
  expect(archived.options[2]).toEqual({ id, label: 'Top', archived: true })
})

test('a list keeps at least two live options', async () => {
  const single = { ...levels('single'), options: [{ label: 'Only' }] }
  expect((await api.post('/conversations/attributes', single)).status).toBe(422)
  const { body: list } = await api.post('/conversations/attributes', levels('pair'))
  const refused = await api.delete(`/conversations/attributes/${list.id}/options/${list.options[0].id}`)
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].message).toBe('A list attribute must have at least 2 active options')
})

test.each([
  [{}, 'label is required'],
  [{ label: 5 }, 'label must be a string'],
  [{ label: 'x', id: 'y' }, "only 'label' is accepted"],
])('an option of %j is refused', async (sent, message) => {
  const { body: list } = await api.post('/conversations/attributes', levels(`refusing ${message}`))
  const { status, body } = await api.post(`/conversations/attributes/${list.id}/options`, sent)
  expect([status, body.errors[0].code, body.errors[0].message]).toEqual([422, 'parameter_invalid', message])
})

test('only lists have options', async () => {
  const { body: text } = await api.post('/conversations/attributes', { name: 'text', data_type: 'string' })
  const { status, body } = await api.post(`/conversations/attributes/${text.id}/options`, { label: 'x' })
  expect([status, body.errors[0].message]).toEqual([422, 'Options can only be managed on list attributes'])
})

test('what is not there is a 404 that says which', async () => {
  const { body: list } = await api.post('/conversations/attributes', levels('found'))
  const attribute = await api.get('/conversations/attributes/99999999')
  const option = await api.put(`/conversations/attributes/${list.id}/options/${crypto.randomUUID()}`, {
    label: 'x',
  })
  expect([attribute.status, attribute.body.errors]).toEqual([
    404,
    [{ code: 'conversation_attribute_not_found', message: 'Conversation attribute not found' }],
  ])
  expect([option.status, option.body.errors[0].message]).toEqual([404, 'List option not found'])
  const other = await createWorkspace()
  expect((await other.api.get(`/conversations/attributes/${list.id}`)).status).toBe(404)
})

test('a new name or label takes the values of conversations along', async () => {
  const { body: user } = await api.post('/contacts', { email: 'values@example.com' })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  const { body: message } = await api.post('/conversations', sent)
  const path = `/conversations/${message.conversation_id}`
  const { body: list } = await api.post('/conversations/attributes', levels('urgency'))
  await api.put(path, { custom_attributes: { urgency: 'High' } })
  await api.put(`/conversations/attributes/${list.id}`, { name: 'pressure' })
  expect((await api.get(path)).body.custom_attributes).toEqual({ pressure: 'High' })
  const option = `/conversations/attributes/${list.id}/options/${list.options[1].id}`
  await api.put(option, { label: 'Severe' })
  expect((await api.get(path)).body.custom_attributes).toEqual({ pressure: 'Severe' })
  await api.delete(`/conversations/attributes/${list.id}`)
  expect((await api.put(path, { custom_attributes: { pressure: 'Low' } })).status).toBe(400)
})

test('versions before 2.16 do not have these operations', async () => {
  const { status, body } = await api.at('2.15').get('/conversations/attributes')
  expect([status, body.errors[0].code]).toEqual([400, 'intercom_version_invalid'])
})
