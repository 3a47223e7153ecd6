import { beforeAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, ownerId, botId, createWorkspace, clock } = guichet

// biome-ignore lint/suspicious/noExplicitAny: answers have been checked against the contract already
let type: any, contact: any, backOffice: any
const states: Record<string, string> = {}

beforeAll(async () => {
  ;({ body: type } = await api.post('/ticket_types', {
    name: 'Order',
    description: 'An order',
    category: 'Customer',
  }))
  const path = `/ticket_types/${type.id}/attributes`
  const add = (name: string, data_type: string, more = {}) =>
    api.post(path, { name, description: '', data_type, ...more })
  await add('Number', 'integer')
  await add('Level', 'list', { list_items: 'Low,High' })
  await add('Due', 'datetime')
  await add('Paid', 'boolean')
  await add('Photos', 'files', { allow_multiple_values: true })
  type = (await api.get(`/ticket_types/${type.id}`)).body
  for (const state of type.ticket_states.data) states[state.category] = state.id
  ;({ body: backOffice } = await api.post('/ticket_types', { name: 'Task', category: 'Back-office' }))
  ;({ body: contact } = await api.post('/contacts', {
    role: 'user',
    email: 'buyer@example.com',
    external_id: 'buyer-1',
  }))
})

const create = async (more = {}, at = api) =>
  (await at.post('/tickets', { ticket_type_id: type.id, contacts: [{ id: contact.id }], ...more })).body

test('a ticket lists every attribute of its type and begins with a state part by the bot', async () => {
  const ticket = await create({ ticket_attributes: { _default_title_: 'Broken', Number: 7 } })
  expect(ticket.ticket_attributes).toEqual({
    ...{ _default_title_: 'Broken', _default_description_: null },
    ...{ Number: 7, Level: null, Due: null, Paid: null, Photos: [] },
  })
  expect(ticket).toMatchObject({
    ...{ category: 'Customer', is_shared: true, open: true, admin_assignee_id: 0, team_assignee_id: 0 },
    ticket_state: { category: 'submitted', id: states['submitted'] },
    contacts: { contacts: [{ type: 'contact', id: contact.id, external_id: 'buyer-1' }] },
    linked_objects: { data: [], total_count: 0, has_more: false },
    previous_ticket_state_id: null,
  })
  expect(ticket.ticket_type.id).toBe(type.id)
  const [part] = ticket.ticket_parts.ticket_parts
  expect(ticket.ticket_parts.total_count).toBe(1)
  expect(part).toMatchObject({
    ...{
      part_type: 'ticket_state_updated_by_admin',
      ticket_state: 'submitted',
      previous_ticket_state: 'submitted',
    },
    author: { type: 'bot', id: String(botId), name: 'Fin' },
  })
  expect((await api.get(`/tickets/${ticket.id}`)).body).toEqual(ticket)
})

test('a ticket is for exactly one contact, by id, external id or email', async () => {
  const contactsOf = async (named: unknown) => (await create({ contacts: [named] })).contacts.contacts[0]
  expect((await contactsOf({ external_id: 'buyer-1' })).id).toBe(contact.id)
  expect((await contactsOf({ email: 'Buyer@Example.com' })).id).toBe(contact.id)
  const { id } = await contactsOf({ email: 'stranger@example.com' })
  expect((await api.get(`/contacts/${id}`)).body).toMatchObject({ email: 'stranger@example.com' })
  const refused = async (contacts: unknown) =>
    (await api.post('/tickets', { ticket_type_id: type.id, contacts })).status
  expect(await refused([])).toBe(400)
  expect(await refused([{ id: contact.id }, { email: 'a@example.com' }])).toBe(400)
  expect(await refused([{}])).toBe(400)
  expect(await refused([{ id: '000000000000000000000000' }])).toBe(404)
})

test('a list is set by the id of an item or by its label, a time by ISO text', async () => {
  const level = type.ticket_type_attributes.data.find((each: { name: string }) => each.name === 'Level')
  const [, high] = level.input_options.list_options
  const ticket = await create({
    ticket_attributes: {
      Level: high.id,
      Due: '2026-01-02T03:04:05Z',
      Paid: true,
      Photos: ['https://example.com/a.png'],
    },
  })
  expect(ticket.ticket_attributes).toMatchObject({ Level: 'High', Due: 1767323045, Paid: true })
  expect(ticket.ticket_attributes.Photos).toMatchObject([
    { type: 'upload', name: 'a.png', content_type: 'image/png' },
  ])
  expect((await create({ ticket_attributes: { Level: 'Low' } })).ticket_attributes.Level).toBe('Low')
})

test('attributes that do not fit the type are refused', async () => {
  const refusal = async (ticket_attributes: unknown) => {
    const body = { ticket_type_id: type.id, contacts: [{ id: contact.id }], ticket_attributes }
    const answer = await api.post('/tickets', body)
    return [answer.status, answer.body.errors[0].code, answer.body.errors[0].message]
  }
  expect(await refusal({ Colour: 'red' })).toEqual([
    ...[400, 'parameter_invalid', 'Extra attributes provided that are not found on ticket type: Colour'],
  ])
  expect((await refusal({ Number: 'many' }))[0]).toBe(400)
  expect((await refusal({ Level: 'Extreme' }))[0]).toBe(400)
  expect((await refusal({ Due: 'soon' }))[0]).toBe(400)
  expect((await refusal({ Photos: [{ name: 1 }] }))[0]).toBe(400)
})

test('what a type requires has to be given', async () => {
  const { body: strict } = await api.post('/ticket_types', { name: 'Strict' })
  const attribute = { name: 'Why', description: '', data_type: 'string', required_to_create: true }
  await api.post(`/ticket_types/${strict.id}/attributes`, attribute)
  const body = { ticket_type_id: strict.id, contacts: [{ id: contact.id }] }
  const refused = await api.post('/tickets', body)
  expect(refused.body.errors[0]).toMatchObject({
    code: 'parameter_invalid',
    message: 'Missing required ticket attributes',
  })
  expect((await api.post('/tickets/enqueue', body)).status).toBe(400)
  expect((await api.post('/tickets', { ...body, ticket_attributes: { Why: 'So' } })).status).toBe(200)
})

test('a ticket is assigned and dated as it is made', async () => {
  const ticket = await create({
    created_at: 1_700_000_000,
    assignment: { admin_assignee_id: String(ownerId) },
  })
  expect(ticket).toMatchObject({ created_at: 1_700_000_000, admin_assignee_id: ownerId, team_assignee_id: 0 })
  expect(ticket.ticket_parts.ticket_parts[1]).toMatchObject({
    part_type: 'assignment',
    assigned_to: { id: String(ownerId) },
  })
  const body = {
    ticket_type_id: type.id,
    contacts: [{ id: contact.id }],
    assignment: { team_assignee_id: '999' },
  }
  expect((await api.post('/tickets', body)).body.errors[0].code).toBe('assignee_not_found')
})

test('an update says what changed in parts, in order', async () => {
  const { id } = await create({ ticket_attributes: { Number: 1 } })
  const { body: ticket } = await api.put(`/tickets/${id}`, {
    ticket_attributes: { _default_title_: 'Retitled', Level: 'High', Number: 1 },
    ...{
      ticket_state_id: states['in_progress'],
      admin_id: ownerId,
      assignee_id: String(ownerId),
      open: true,
    },
    snoozed_until: clock.now() + 3600,
  })
  expect(ticket).toMatchObject({
    ticket_attributes: { _default_title_: 'Retitled', Level: 'High', Number: 1 },
    ...{ admin_assignee_id: ownerId, open: true, snoozed_until: clock.now() + 3600 },
    ticket_state: { category: 'in_progress' },
    previous_ticket_state_id: states['submitted'],
  })
  const parts = ticket.ticket_parts.ticket_parts
  expect(parts.map((part: { part_type: string }) => part.part_type)).toEqual([
    ...[
      'ticket_state_updated_by_admin',
      'ticket_attribute_updated_by_admin',
      'ticket_attribute_updated_by_admin',
    ],
    ...['ticket_state_updated_by_admin', 'assignment', 'snoozed'],
  ])
  expect(parts[1].updated_attribute_data).toMatchObject({
    attribute: { type: 'attribute', label: '_default_title_' },
    value: { type: 'value', id: 'Retitled', label: 'Retitled' },
  })
  expect(parts[2].updated_attribute_data.value).toMatchObject({ label: 'High' })
  expect(parts[3]).toMatchObject({ ticket_state: 'in_progress', previous_ticket_state: 'submitted' })
})

test('closing a ticket unsnoozes it, and it opens again', async () => {
  const { id } = await create()
  await api.put(`/tickets/${id}`, { snoozed_until: clock.now() + 60 })
  const { body: closed } = await api.put(`/tickets/${id}`, { open: false })
  expect([closed.open, closed.snoozed_until]).toEqual([false, undefined])
  expect((await api.put(`/tickets/${id}`, { open: true })).body.open).toBe(true)
})

test('a snooze that is over by now lasts a day', async () => {
  const { id } = await create()
  const { body } = await api.put(`/tickets/${id}`, { snoozed_until: 1_673_609_604 })
  expect(body.snoozed_until).toBe(clock.now() + 86_400)
})

test('a ticket that is no longer shared is newer than before, for whoever asks for what has changed', async () => {
  const { id, updated_at } = await create()
  clock.advance(60)
  expect((await api.put(`/tickets/${id}`, { is_shared: false })).body.updated_at).toBe(updated_at + 60)
})

test('a ticket is shared, given a company and unassigned', async () => {
  const { body: company } = await api.post('/companies', { company_id: 'acme', name: 'Acme' })
  const { id } = await create({ assignment: { admin_assignee_id: ownerId }, company_id: company.id })
  const { body } = await api.put(`/tickets/${id}`, { is_shared: false, assignee_id: '0' })
  expect(body).toMatchObject({ is_shared: false, company_id: company.id, admin_assignee_id: 0 })
  expect((await api.put(`/tickets/${id}`, { company_id: null })).body.company_id).toBeUndefined()
  expect((await api.put(`/tickets/${id}`, { company_id: 'nope' })).status).toBe(404)
})

test('an update that names nobody or no state of the type is refused', async () => {
  const { id } = await create()
  const code = async (body: unknown) => {
    const answer = await api.put(`/tickets/${id}`, body)
    return [answer.status, answer.body.errors[0].code]
  }
  expect(await code({ ticket_state_id: 0 })).toEqual([400, 'ticket_state_id_invalid'])
  expect(await code({ admin_id: 999_999 })).toEqual([404, 'assignee_not_found'])
  expect(await code({ assignee_id: '999999' })).toEqual([404, 'assignee_not_found'])
  expect((await api.put('/tickets/999999', { open: false })).body.errors[0].code).toBe('ticket_not_found')
})

test('before 2.12 a state is a word, and before 2.14 an assignment is wrapped', async () => {
  const old = api.at('2.11')
  const { id } = await create({}, old)
  const { body } = await old.put(`/tickets/${id}`, {
    ...{ state: 'resolved', assignment: { admin_id: String(ownerId), assignee_id: String(ownerId) } },
  })
  expect(body).toMatchObject({
    ...{
      ticket_state: 'resolved',
      ticket_state_internal_label: 'Resolved',
      admin_assignee_id: String(ownerId),
    },
    team_assignee_id: '0',
  })
  const { body: older } = await api.at('2.9').get(`/tickets/${id}`)
  expect(older.ticket_state).toBe('resolved')
  expect(Object.keys(older)).not.toContain('open')
  const { body: between } = await api.at('2.13').put(`/tickets/${id}`, { assignment: { assignee_id: '0' } })
  expect(between).toMatchObject({ admin_assignee_id: '0', ticket_state: { category: 'resolved' } })
})

test('admins and contacts reply, each with the part for an answer', async () => {
  const { id } = await create()
  const note = { message_type: 'note', type: 'admin', admin_id: ownerId, body: '<p>Look at this</p>' }
  const { body: noted } = await api.post(`/tickets/${id}/reply`, note)
  expect(noted).toMatchObject({ type: 'ticket_part', part_type: 'note', body: '<p>Look at this</p>' })
  const reply = { message_type: 'comment', type: 'user', user_id: 'buyer-1', body: 'Thanks <3' }
  const { body: replied } = await api.post(`/tickets/${id}/reply`, reply)
  expect(replied).toMatchObject({ part_type: 'comment', author: { type: 'user', id: contact.id } })
  const quick = { message_type: 'quick_reply', type: 'admin', admin_id: String(ownerId) }
  const reply_options = [{ text: 'Yes', uuid: '0df48b85-9a93-4c66-a167-753eff0baaec' }]
  expect((await api.post(`/tickets/${id}/reply`, { ...quick, reply_options })).body.part_type).toBe(
    'quick_reply',
  )
  const parts = (await api.get(`/tickets/${id}`)).body.ticket_parts
  expect([parts.total_count, parts.ticket_parts[1].id]).toEqual([4, noted.id])
})

test('contacts do not reply to back-office tickets, nor to any at 2.9', async () => {
  const { id } = await create()
  const { id: task } = await create({ ticket_type_id: backOffice.id })
  const reply = { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Hello' }
  const refused = await api.post(`/tickets/${task}/reply`, reply)
  expect(refused.status).toBe(400)
  expect(refused.body.errors[0]).toMatchObject({
    ...{ code: 'parameter_mismatch', message: 'User replies are not allowed on Backoffice tickets' },
  })
  expect((await api.at('2.9').post(`/tickets/${id}/reply`, reply)).status).toBe(400)
  const note = { message_type: 'note', type: 'admin', admin_id: ownerId, body: 'Seen' }
  expect((await api.at('2.9').post(`/tickets/${id}/reply`, note)).body.part_type).toBe('note')
  expect((await api.post('/tickets/999999/reply', note)).body.errors[0].code).toBe('not_found')
})

test('tickets are found by their fields and attributes', async () => {
  const mine = await create({
    ticket_attributes: { _default_title_: 'A zebra escaped', Number: 41, Level: 'High' },
  })
  const task = await create({
    ticket_type_id: backOffice.id,
    ticket_attributes: { _default_title_: 'A zebra again' },
  })
  const ids = async (field: string, operator: string, value: unknown) => {
    const zebras = { field: 'title', operator: '~', value: 'zebra' }
    const query = { operator: 'AND', value: [zebras, { field, operator, value }] }
    const { body } = await api.post('/tickets/search', { query, sort: { field: 'id', order: 'ascending' } })
    return body.tickets.map((ticket: { id: string }) => ticket.id)
  }
  const of = (name: string) =>
    `ticket_attribute.${type.ticket_type_attributes.data.find((each: { name: string }) => each.name === name).id}`
  expect(await ids('id', '=', mine.id)).toEqual([mine.id])
  expect(await ids('category', '=', 'task')).toEqual([task.id])
  expect(await ids('category', '!=', 'task')).toEqual([mine.id])
  expect(await ids('state', 'IN', ['submitted', 'resolved'])).toEqual([mine.id, task.id])
  expect(await ids('ticket_type_id', '=', type.id)).toEqual([mine.id])
  expect(await ids('contact_ids', '=', contact.id)).toEqual([mine.id, task.id])
  expect(await ids('admin_assignee_id', '=', '0')).toEqual([mine.id, task.id])
  expect(await ids('open', '=', true)).toEqual([mine.id, task.id])
  expect(await ids(of('Number'), '>', 40)).toEqual([mine.id])
  expect(await ids(of('Level'), '=', 'High')).toEqual([mine.id])
  expect(await ids(of('Level'), '!=', 'High')).toEqual([task.id])
  expect(await ids('created_at', '>=', String(clock.now() - 10))).toEqual([mine.id, task.id])
})

test('a search by what cannot be searched is refused', async () => {
  for (const field of ['ticket_state', 'ticket_attribute.999999', 'nonsense']) {
    const { status, body } = await api.post('/tickets/search', {
      query: { field, operator: '=', value: 'x' },
    })
    expect([status, body.errors[0].code]).toEqual([400, 'invalid_field'])
    expect(body.errors[0].message).toBe(`${field} is not a valid search field`)
  }
})

test('a search is paged by a cursor', async () => {
  const { body: paged } = await api.post('/ticket_types', { name: 'Paged' })
  const made = []
  for (const _ of [1, 2, 3]) made.push((await create({ ticket_type_id: paged.id })).id)
  const query = { field: 'ticket_type_id', operator: '=', value: paged.id }
  const first = await api.post('/tickets/search', { query, pagination: { per_page: 2 } })
  expect(first.body).toMatchObject({ total_count: 3, pages: { page: 1, per_page: 2, total_pages: 2 } })
  const { starting_after } = first.body.pages.next
  const second = await api.post('/tickets/search', { query, pagination: { per_page: 2, starting_after } })
  expect(second.body.pages.next).toBeUndefined()
  const seen = [...first.body.tickets, ...second.body.tickets].map(ticket => ticket.id)
  expect(seen.toSorted()).toEqual(made.toSorted())
})

test('a deleted ticket is gone', async () => {
  const { id } = await create()
  expect((await api.delete(`/tickets/${id}`)).body).toEqual({ id, object: 'ticket', deleted: true })
  expect((await api.get(`/tickets/${id}`)).body.errors[0]).toEqual({
    code: 'ticket_not_found',
    message: 'Ticket not found',
  })
  expect((await api.delete(`/tickets/${id}`)).status).toBe(404)
})

test('tickets of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { id } = await create()
  expect((await other.api.get(`/tickets/${id}`)).status).toBe(404)
  expect((await other.api.put(`/tickets/${id}`, { open: false })).status).toBe(404)
  const query = { field: 'id', operator: '=', value: id }
  expect((await other.api.post('/tickets/search', { query })).body.total_count).toBe(0)
  const body = { ticket_type_id: type.id, contacts: [{ email: 'x@example.com' }] }
  expect((await other.api.post('/tickets', body)).status).toBe(404)
})

test('what happens to a ticket is told by topics of its own', async () => {
  const { id } = await create({ assignment: { admin_assignee_id: ownerId } })
  const note = { message_type: 'note', type: 'admin', admin_id: ownerId, body: 'Seen' }
  await api.post(`/tickets/${id}/reply`, note)
  await api.post(`/tickets/${id}/reply`, { ...note, message_type: 'comment' })
  const contactReply = { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Hi' }
  await api.post(`/tickets/${id}/reply`, contactReply)
  await api.put(`/tickets/${id}`, { ticket_attributes: { Number: 3 }, ticket_state_id: states['resolved'] })
  await api.put(`/tickets/${id}`, { open: false })
  expect(await topicsOf(guichet, 'ticket', id)).toEqual([
    ...['ticket.created', 'ticket.admin.assigned', 'ticket.note.created', 'ticket.admin.replied'],
    ...['ticket.contact.replied', 'ticket.attribute.updated', 'ticket.state.updated', 'ticket.resolved'],
    'ticket.closed',
  ])
})

test('assignees are integers from 2.16 on, and the previous state is told', async () => {
  const { id } = await create({ assignment: { admin_assignee_id: ownerId } })
  const { body: old } = await api.at('2.15').get(`/tickets/${id}`)
  expect([old.admin_assignee_id, old.team_assignee_id]).toEqual([String(ownerId), '0'])
  expect(Object.keys(old)).not.toContain('previous_ticket_state_id')
  const { body: now } = await api.at('2.16').get(`/tickets/${id}`)
  expect([now.admin_assignee_id, now.previous_ticket_state_id]).toEqual([ownerId, null])
})
