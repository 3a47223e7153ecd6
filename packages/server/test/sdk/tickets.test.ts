import { expect, test } from 'vitest'
import { startGuichet } from '../support/guichet.ts'
import { drainJobs } from '../support/jobs.ts'
import { collect, collectByPage, officialClient } from '../support/sdk.ts'

const guichet = await startGuichet()
const client = officialClient(guichet.origin, guichet)
const admin = String(guichet.ownerId)

const newUser = async () =>
  (await client.contacts.create({ email: `${crypto.randomUUID()}@ticket.example` })).id ?? ''

async function newTicket(title = 'Broken lamp') {
  const type = await client.ticketTypes.create({ name: `Type ${crypto.randomUUID()}`, category: 'Customer' })
  const contactId = await newUser()
  // The client's type of this call lacks the attributes (intercom-node#508).
  const attributes = {
    ticket_attributes: { _default_title_: title, _default_description_: 'It does not light' },
  }
  const contacts = [{ id: contactId }]
  const ticket = await client.tickets.create({ ticket_type_id: type?.id ?? '', contacts, ...attributes })
  return { id: ticket?.id ?? '', typeId: type?.id ?? '', contactId }
}

test('a ticket type is made, given attributes, listed and changed', async () => {
  const type = await client.ticketTypes.create({
    name: 'Return',
    description: 'Goods sent back',
    category: 'Customer',
  })
  const typeId = type?.id ?? ''
  const attribute = await client.ticketTypes.attributes.create({
    ...{ ticket_type_id: typeId, name: 'Reason', description: 'Why', data_type: 'string' },
  })
  await client.ticketTypes.attributes.update({
    ticket_type_id: typeId,
    attribute_id: attribute?.id ?? '',
    description: 'Why exactly',
  })
  await client.ticketTypes.update({ ticket_type_id: typeId, name: 'Goods returned' })
  expect(await client.ticketTypes.get({ ticket_type_id: typeId })).toMatchObject({ name: 'Goods returned' })
  expect((await client.ticketTypes.list()).data?.map(each => each?.id)).toContain(typeId)
  expect((await client.ticketStates.listTicketStates()).data?.length).toBeGreaterThanOrEqual(4)
})

test('a ticket is made, answered, moved to another state, tagged and deleted', async () => {
  const { id, contactId } = await newTicket()
  expect(await client.tickets.get({ ticket_id: id })).toMatchObject({
    ticket_attributes: { _default_title_: 'Broken lamp' },
  })
  const reply = await client.tickets.reply({
    ticket_id: id,
    body: { message_type: 'comment', type: 'user', body: 'Any news?', intercom_user_id: contactId },
  })
  expect(reply).toMatchObject({ part_type: 'comment', author: { id: contactId } })
  const states = (await client.ticketStates.listTicketStates()).data ?? []
  const resolved = states.find(state => state?.category === 'resolved')
  const updated = await client.tickets.update({
    ticket_id: id,
    ticket_state_id: resolved?.id ?? '',
    admin_id: guichet.ownerId,
  })
  expect(updated).toMatchObject({ ticket_state: { category: 'resolved' } })
  const tag = await client.tags.create({ name: 'Lamp' })
  await client.tags.tagTicket({ ticket_id: id, id: tag.id ?? '', admin_id: admin })
  await client.tags.untagTicket({ ticket_id: id, tag_id: tag.id ?? '', admin_id: admin })
  expect(await client.tickets.deleteTicket({ ticket_id: id })).toMatchObject({ deleted: true })
})

test('a ticket is enqueued, and its job says when it is there', async () => {
  const { typeId, contactId } = await newTicket()
  const job = await client.tickets.enqueueCreateTicket({
    ticket_type_id: typeId,
    contacts: [{ id: contactId }],
  })
  expect(job).toMatchObject({ type: 'job', status: 'pending' })
  await drainJobs(guichet)
  const done = await client.jobs.status({ job_id: job?.id ?? '' })
  expect(done).toMatchObject({ status: 'success', resource_type: 'ticket' })
  expect(await client.tickets.get({ ticket_id: done.resource_id ?? '' })).toMatchObject({ type: 'ticket' })
})

test('a conversation becomes a ticket', async () => {
  const { typeId, contactId } = await newTicket()
  const message = await client.conversations.create({
    from: { type: 'user', id: contactId },
    body: 'It broke again',
  })
  const ticket = await client.conversations.convertToTicket({
    conversation_id: Number(message.conversation_id),
    ticket_type_id: typeId,
  })
  expect(ticket).toMatchObject({ type: 'ticket', ticket_type: { id: typeId } })
})

test('searches yield the same tickets by iterator and by page', async () => {
  for (const n of [1, 2, 3, 4, 5]) await newTicket(`Searchable ${n}`)
  // The client writes its cursor into the request it is given, so each walk gets its own.
  const search = () =>
    client.tickets.search({
      query: { field: 'title', operator: '~', value: 'Searchable' },
      pagination: { per_page: 2 },
    })
  const found = await collect(search())
  expect(found).toHaveLength(5)
  expect(await collectByPage(search())).toEqual(found)
})
