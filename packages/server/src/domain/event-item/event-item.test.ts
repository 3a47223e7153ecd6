import type { TopicName } from '@guichet/contract/topics.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { buildContact, buildConversation, manage, reply } from '../../../test/support/conversations.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { itemAt } from '../../../test/support/items.ts'
import { buildAwayReason } from '../../../test/support/people.ts'

const guichet = await startGuichet()
const { api, ownerId } = guichet

/** The items of the events of a topic about an object, at a version; the oldest first. */
async function told(topic: TopicName, objectId: string, version: typeof NEWEST | '2.11' | '2.14' = NEWEST) {
  const events = await happened(guichet, { topics: [topic], objectId })
  const items = await Promise.all(events.map(event => itemAt(guichet, event)))
  // biome-ignore lint/suspicious/noExplicitAny: items are of every shape, and were held against the contract
  return items.map((at): any => at(version))
}

const byAdmin = { type: 'admin', admin_id: ownerId, message_type: 'comment' }

test('the item of a reply is the conversation with that reply alone', async () => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { ...byAdmin, body: '<p>First</p>' })
  await manage(guichet, id, { message_type: 'close' })
  await reply(guichet, id, { ...byAdmin, body: '<p>Second</p>' })
  const replies = await told('conversation.admin.replied', id)
  expect(
    replies.map(item =>
      item.conversation_parts.conversation_parts.map((part: { body: string }) => part.body),
    ),
  ).toEqual([['First'], ['Second']])
  expect(replies[0]).toMatchObject({ type: 'conversation', id, conversation_parts: { total_count: 1 } })
  const [created] = await told('conversation.user.created', id)
  expect(created.conversation_parts).toMatchObject({ conversation_parts: [], total_count: 0 })
})

test('words are plain in items since 2.15, and HTML before', async () => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { ...byAdmin, body: '<p>So <b>bold</b></p>' })
  const bodyAt = async (version: '2.14' | typeof NEWEST) =>
    (await told('conversation.admin.replied', id, version))[0].conversation_parts.conversation_parts[0].body
  expect(await bodyAt('2.14')).toBe('<p>So <b>bold</b></p>')
  expect(await bodyAt(NEWEST)).toBe('So bold')
})

test('a closed ticket is under its name since 2.15, and its state was a word before 2.12', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Fault', category: 'Customer' })
  const contact = await buildContact(guichet)
  const { body: ticket } = await api.post('/tickets', {
    ticket_type_id: type.id,
    contacts: [{ id: contact.id }],
  })
  await api.put(`/tickets/${ticket.id}`, { open: false, admin_id: ownerId })
  expect(await told('ticket.closed', ticket.id)).toMatchObject([
    { ticket: { type: 'ticket', id: ticket.id } },
  ])
  expect(await told('ticket.closed', ticket.id, '2.14')).toMatchObject([{ type: 'ticket', id: ticket.id }])
  expect(await told('ticket.closed', ticket.id, '2.11')).toMatchObject([{ ticket_state: 'submitted' }])
})

test('a tag is told with the contact it was put on, by the name it had then', async () => {
  const contact = await buildContact(guichet)
  const { body: tag } = await api.post('/tags', { name: 'Early' })
  await api.post(`/contacts/${contact.id}/tags`, { id: tag.id })
  await api.post('/tags', { id: tag.id, name: 'Late' })
  expect(await told('contact.user.tag.created', contact.id)).toMatchObject([
    {
      ...{ type: 'contact_tag', created_at: guichet.clock.now() },
      tag: { type: 'tag', id: tag.id, name: 'Early' },
      contact: { type: 'contact', id: contact.id },
    },
  ])
})

test('a merge names who is gone, and what is deleted is told in three words', async () => {
  const { body: lead } = await api.post('/contacts', { role: 'lead', email: 'twin@example.com' })
  const { body: user } = await api.post('/contacts', { email: 'twin@example.com' })
  await api.post('/contacts/merge', { from: lead.id, into: user.id })
  expect(await told('contact.merged', user.id)).toMatchObject([
    { type: 'contact', id: user.id, merged_from: { type: 'contact', id: lead.id } },
  ])
  await api.delete(`/contacts/${user.id}`)
  const gone = [{ type: 'contact', id: user.id, deleted: true }]
  expect(await told('contact.deleted', user.id)).toEqual(gone)
  expect(await told('contact.merged', user.id)).toEqual(gone)
  const { body: company } = await api.post('/companies', { company_id: 'going', name: 'Going' })
  await api.delete(`/companies/${company.id}`)
  expect(await told('company.deleted', company.id)).toEqual([
    { type: 'company', id: company.id, deleted: true },
  ])
})

test('who joins a company is told with it', async () => {
  const { body: company } = await api.post('/companies', { company_id: 'joined', name: 'Joined' })
  const contact = await buildContact(guichet)
  await api.post(`/contacts/${contact.id}/companies`, { id: company.id })
  expect(await told('company.contact.attached', company.id)).toMatchObject([
    { type: 'company_contact', company: { id: company.id }, contact: { id: contact.id } },
  ])
})

test('an admin is away for a reason in words', async () => {
  const at = { database: guichet.database, workspace: guichet, now: guichet.clock.now() }
  const { id } = await buildAwayReason(at, 'Lunch', { emoji: '🍜' })
  await api.put(`/admins/${ownerId}/away`, {
    ...{ away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: id },
  })
  const [item] = await told('admin.away_mode_updated', String(ownerId))
  expect(item).toMatchObject({ type: 'admin', away_status_reason: '🍜 Lunch', away_mode_enabled: true })
  expect(item).not.toHaveProperty('away_status_reason_id')
})
