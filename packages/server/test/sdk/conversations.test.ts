import { expect, test } from 'vitest'
import { buildTeam } from '../support/factories.ts'
import { startGuichet } from '../support/guichet.ts'
import { collect, collectByPage, officialClient } from '../support/sdk.ts'

const guichet = await startGuichet()
const client = officialClient(guichet.origin, guichet)
const admin = String(guichet.ownerId)

const newUser = async (name: string) =>
  (await client.contacts.create({ email: `${name}@talk.example` })).id ?? ''

async function newConversation(body = 'Hello there') {
  const contactId = await newUser(`talker-${crypto.randomUUID()}`)
  const message = await client.conversations.create({ from: { type: 'user', id: contactId }, body })
  return { id: message.conversation_id ?? '', contactId }
}

test('a conversation goes back and forth, is snoozed, closed and opened again', async () => {
  const { id, contactId } = await newConversation()
  const reply = await client.conversations.reply({
    conversation_id: id,
    body: { message_type: 'comment', type: 'admin', admin_id: admin, body: '<p>How can I help?</p>' },
  })
  expect(reply.conversation_parts?.conversation_parts).toMatchObject([
    { part_type: 'comment', author: { type: 'admin' } },
  ])
  const snoozed = await client.conversations.manage({
    conversation_id: id,
    body: { message_type: 'snoozed', admin_id: admin, snoozed_until: guichet.clock.now() + 3600 },
  })
  expect(snoozed).toMatchObject({ state: 'snoozed', open: true })
  const closed = await client.conversations.manage({
    conversation_id: id,
    body: { message_type: 'close', type: 'admin', admin_id: admin },
  })
  expect(closed).toMatchObject({ state: 'closed', open: false })
  await client.conversations.reply({
    conversation_id: 'last',
    body: { message_type: 'comment', type: 'user', intercom_user_id: contactId, body: 'One more thing' },
  })
  const whole = await client.conversations.find({ conversation_id: id, display_as: 'plaintext' })
  expect(whole).toMatchObject({ state: 'open', statistics: { count_reopens: 1 } })
  expect(whole.conversation_parts?.conversation_parts?.map(part => part.part_type)).toEqual([
    'comment',
    'snoozed',
    'close',
    'open',
  ])
})

test('a conversation is assigned to a teammate, to a team, and by its rules', async () => {
  const { id } = await newConversation()
  const team = await buildTeam(guichet, 'Support', [guichet.ownerId])
  const assign = (type: 'admin' | 'team', assignee: string) =>
    client.conversations.manage({
      conversation_id: id,
      body: { message_type: 'assignment', type, admin_id: admin, assignee_id: assignee },
    })
  expect(await assign('admin', admin)).toMatchObject({ admin_assignee_id: guichet.ownerId })
  expect(await assign('team', String(team))).toMatchObject({ team_assignee_id: team })
  expect((await client.teams.list()).teams).toContainEqual(expect.objectContaining({ id: String(team) }))
  expect(await client.teams.find({ team_id: String(team) })).toMatchObject({
    name: 'Support',
    admin_ids: [guichet.ownerId],
  })
})

test('attributes, title and read state are written and read back', async () => {
  const { id } = await newConversation()
  const updated = await client.conversations.update({
    conversation_id: id,
    read: true,
    title: 'About the invoice',
  })
  expect(updated).toMatchObject({ read: true, title: 'About the invoice' })
})

test('participants come and go, and the last one stays', async () => {
  const { id, contactId } = await newConversation()
  const other = await newUser('second')
  await client.conversations.attachContactAsAdmin({
    conversation_id: id,
    admin_id: admin,
    customer: { intercom_user_id: other },
  })
  const both = await client.conversations.find({ conversation_id: id })
  expect(both.contacts?.contacts?.map(contact => contact.id).toSorted()).toEqual(
    [contactId, other].toSorted(),
  )
  await client.conversations.detachContactAsAdmin({ conversation_id: id, contact_id: other, admin_id: admin })
  const last = client.conversations.detachContactAsAdmin({
    conversation_id: id,
    contact_id: contactId,
    admin_id: admin,
  })
  await expect(last).rejects.toMatchObject({ statusCode: 422 })
})

test('a part is redacted, tags are put on and taken off, and a conversation is deleted', async () => {
  const { id } = await newConversation()
  const reply = await client.conversations.reply({
    conversation_id: id,
    body: { message_type: 'note', type: 'admin', admin_id: admin, body: 'A secret' },
  })
  const part = reply.conversation_parts?.conversation_parts?.[0]?.id ?? ''
  const redacted = await client.conversations.redactConversationPart({
    type: 'conversation_part',
    conversation_id: id,
    conversation_part_id: part,
  })
  expect(redacted.conversation_parts?.conversation_parts).toContainEqual(
    expect.objectContaining({ id: part, redacted: true }),
  )
  const tag = await client.tags.create({ name: 'Talk' })
  await client.tags.tagConversation({ conversation_id: id, id: tag.id ?? '', admin_id: admin })
  expect((await client.conversations.find({ conversation_id: id })).tags?.tags).toMatchObject([
    { name: 'Talk' },
  ])
  await client.tags.untagConversation({ conversation_id: id, tag_id: tag.id ?? '', admin_id: admin })
  expect(await client.conversations.deleteConversation({ conversation_id: Number(id) })).toMatchObject({
    deleted: true,
  })
  await expect(client.conversations.find({ conversation_id: id })).rejects.toMatchObject({ statusCode: 404 })
})

test('lists and searches yield the same conversations by iterator and by page', async () => {
  for (const n of [1, 2, 3, 4, 5]) await newConversation(`pagination number ${n}`)
  // The client writes the cursor into the request it was given, so each search needs one of its own.
  const search = () => ({
    query: { field: 'source.body', operator: '=' as const, value: 'pagination' },
    pagination: { per_page: 2 },
  })
  const found = await collect(client.conversations.search(search()))
  expect(found).toHaveLength(5)
  expect(await collectByPage(client.conversations.search(search()))).toEqual(found)
  const listed = await collect(client.conversations.list({ per_page: 2 }))
  expect(listed.map(each => each.id)).toEqual(expect.arrayContaining(found.map(each => each.id)))
  expect(await collectByPage(client.conversations.list({ per_page: 2 }))).toEqual(listed)
})

test('a message from an admin becomes a conversation when its reader answers', async () => {
  const contactId = await newUser('reader')
  const message = await client.messages.create({
    message_type: 'inapp',
    body: 'Welcome!',
    from: { type: 'admin', id: guichet.ownerId },
    to: { type: 'user', id: contactId },
  })
  expect(message).toMatchObject({ type: 'admin_message', body: expect.stringContaining('Welcome!') })
})
