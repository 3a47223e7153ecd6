import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { createCustomObjectType } from '../domain/custom-object/index.ts'
import { createReferenceAttribute } from '../domain/data-attribute/index.ts'

const guichet = await startGuichet()
const { api, database, clock, createWorkspace } = guichet

await database.transaction(async tx => {
  const actor = acting(guichet, guichet)
  const type = await createCustomObjectType(tx, actor, {
    ...{ identifier: 'Order', name: 'Order' },
    attributes: [
      { name: 'order_number', data_type: 'string' },
      { name: 'total_amount', data_type: 'float' },
    ],
  })
  await createReferenceAttribute(tx, actor, { model: 'contact', name: 'order', type })
  await createReferenceAttribute(tx, actor, {
    model: 'conversation',
    name: 'Order',
    type: 'Order',
    many: false,
  })
})

const save = (external_id: string, custom_attributes: object = {}) =>
  api.post('/custom_object_instances/Order', { external_id, custom_attributes })

test('an instance is made, and changed by its external id', async () => {
  const { status, body } = await api.at('2.13').post('/custom_object_instances/Order', {
    ...{ external_id: 'o-1', external_created_at: 1392036272, external_updated_at: '1392036272' },
    custom_attributes: { order_number: 'ORDER-1', total_amount: '99.99' },
  })
  expect(status).toBe(200)
  expect(body).toEqual({
    ...{ id: body.id, type: 'Order', external_id: 'o-1', created_at: clock.now(), updated_at: clock.now() },
    ...{ external_created_at: 1392036272, external_updated_at: 1392036272 },
    custom_attributes: { order_number: 'ORDER-1', total_amount: 99.99 },
  })
  clock.advance(5)
  const { body: changed } = await save('o-1', { order_number: 'ORDER-1b', total_amount: null })
  expect(changed).toMatchObject({ id: body.id, external_created_at: 1392036272, updated_at: clock.now() })
  expect(changed.custom_attributes).toEqual({ order_number: 'ORDER-1b' })
})

test('an instance is found by its id or external id, and gone after either deletion', async () => {
  const { body: one } = await save('o-2')
  const { body: two } = await save('o-3')
  for (const path of [`/${one.id}`, '/o-2', '?external_id=o-2'])
    expect((await api.at('2.15').get(`/custom_object_instances/Order${path}`)).body).toEqual(one)
  expect((await api.at('2.16').get('/custom_object_instances/Order?external_id=o-2')).body).toMatchObject({
    ...{ ...one, type: 'list', data: [one], total_count: 1 },
  })
  const gone = { object: 'Order', deleted: true }
  expect((await api.delete(`/custom_object_instances/Order/${one.id}`)).body).toEqual({ id: one.id, ...gone })
  expect((await api.delete('/custom_object_instances/Order?external_id=o-3')).body).toEqual({
    id: two.id,
    ...gone,
  })
  const missing = { code: 'not_found', message: 'Custom object instance not found' }
  for (const path of [`/${one.id}`, '/o-3', '?external_id=o-3'])
    expect((await api.get(`/custom_object_instances/Order${path}`)).body.errors).toEqual([missing])
  expect((await api.delete(`/custom_object_instances/Order/${one.id}`)).body.errors).toEqual([missing])
})

test('instances are listed from 2.16 on; before that one has to be named', async () => {
  const other = await createWorkspace()
  await database.transaction(tx =>
    createCustomObjectType(tx, acting(guichet, other), { identifier: 'Pet', name: 'Pet', attributes: [] }),
  )
  for (const external_id of ['a', 'b', 'c'])
    await other.api.post('/custom_object_instances/Pet', { external_id })
  const { body } = await other.api.at('2.16').get('/custom_object_instances/Pet?per_page=2')
  expect(body.data.map((pet: { external_id: string }) => pet.external_id)).toEqual(['c', 'b'])
  expect(body).toMatchObject({
    type: 'list',
    total_count: 3,
    pages: { page: 1, per_page: 2, total_pages: 2 },
  })
  expect(body.pages.next).toContain('/custom_object_instances/Pet?per_page=2&page=2')
  const before = await other.api.at('2.15').get('/custom_object_instances/Pet')
  expect([before.status, before.body.errors[0].code]).toEqual([400, 'parameter_not_found'])
  expect((await api.get('/custom_object_instances/Pet')).body.errors).toEqual([
    { code: 'not_found', message: 'Custom object type `Pet` not found' },
  ])
})

test('attributes that a kind does not have, and values that do not fit, are refused', async () => {
  expect((await save('o-4', { colour: 'red' })).body.errors[0]).toMatchObject({
    ...{ code: 'parameter_invalid', message: "Custom attribute 'colour' does not exist" },
  })
  expect((await save('o-4', { total_amount: 'much' })).status).toBe(400)
  expect((await save('x'.repeat(256))).status).toBe(400)
  expect((await api.post('/custom_object_instances/Nothing', {})).status).toBe(404)
})

test('contacts refer to instances by id or external id, and instances are listed by who refers to them', async () => {
  const [one, two] = [(await save('o-5', { order_number: 'Five' })).body, (await save('o-6')).body]
  const { body: contact } = await api.post('/contacts', {
    ...{ email: 'buyer@example.com', custom_attributes: { order: [one.id, 'o-6'] } },
  })
  expect(contact.custom_attributes).toEqual({ order: { type: 'order.list', instances: [one, two] } })
  expect((await api.get(`/contacts/${contact.id}`)).body.custom_attributes).toEqual(contact.custom_attributes)
  const by = `/custom_object_instances/Order?references_contact_id=${contact.id}`
  expect((await api.get(by)).body.data).toEqual([two, one])
  await api.delete(`/custom_object_instances/Order/${two.id}`)
  const { body: later } = await api.put(`/contacts/${contact.id}`, { name: 'Buyer' })
  expect(later.custom_attributes.order.instances).toEqual([one])
  const { body: cleared } = await api.put(`/contacts/${contact.id}`, { custom_attributes: { order: [] } })
  expect(cleared.custom_attributes).toEqual({})
  expect((await api.get(by)).body).toMatchObject({ total_count: 0, data: [] })
  const unknown = await api.put(`/contacts/${contact.id}`, { custom_attributes: { order: ['nope'] } })
  expect(unknown.body.errors[0].message).toBe(
    "Custom attribute 'order' refers to 'nope', which does not exist",
  )
})

test('a conversation refers to an instance', async () => {
  const { body: order } = await save('o-7')
  const { body: contact } = await api.post('/contacts', { email: 'asks@example.com' })
  const from = { type: 'user', id: contact.id }
  const { body: message } = await api.post('/conversations', { from, body: 'Where is it?' })
  const path = `/conversations/${message.conversation_id}`
  const { body } = await api.put(path, { custom_attributes: { Order: ['o-7'] } })
  expect(body.custom_attributes.Order).toEqual({ type: 'order.list', instances: [order] })
  const by = `/custom_object_instances/Order?references_conversation_id=${message.conversation_id}`
  expect((await api.at('2.16').get(by)).body.data).toEqual([order])
  expect((await api.put(path, { custom_attributes: { Order: ['o-7', 'o-1'] } })).status).toBe(400)
})
