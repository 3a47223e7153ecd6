import { expect, test } from 'vitest'
import { buildSegment, buildSubscriptionType, buildVisitor } from '../support/factories.ts'
import { startGuichet } from '../support/guichet.ts'
import { collect, collectByPage, officialClient } from '../support/sdk.ts'

const guichet = await startGuichet()
const client = officialClient(guichet.origin, guichet)

const newUser = (name: string) =>
  client.contacts.create({ email: `${name}@sdk.example`, external_id: `sdk-${name}`, name })

test('the client learns who it is and which admins there are', async () => {
  const me = await client.admins.identify()
  const { admins } = await client.admins.list()
  expect(admins?.map(admin => admin?.id)).toContain(me?.id)
  expect(await client.admins.find({ admin_id: Number(me?.id) })).toMatchObject({
    id: me?.id,
    email: me?.email,
  })
})

test('an admin goes away and comes back, and the activity log tells', async () => {
  const id = guichet.ownerId
  const away = await client.admins.away({ admin_id: id, away_mode_enabled: true, away_mode_reassign: true })
  expect(away).toMatchObject({ away_mode_enabled: true, away_mode_reassign: true })
  await client.admins.away({ admin_id: id, away_mode_enabled: false, away_mode_reassign: false })
  const { activity_logs: logs } = await client.admins.listAllActivityLogs({
    created_at_after: String(guichet.clock.now() - 10),
  })
  expect(logs?.map(log => log?.activity_type)).toContain('admin_away_mode_change')
})

test('the client reads the reasons to be away', async () => {
  expect(await client.awayStatusReasons.listAwayStatusReasons()).toMatchObject({ type: 'list', data: [] })
})

test('a contact lives its life: made, found, changed, archived, brought back, deleted', async () => {
  const made = await newUser('ada')
  const id = made.id ?? ''
  expect(await client.contacts.find({ contact_id: id })).toMatchObject({
    email: 'ada@sdk.example',
    role: 'user',
  })
  expect(await client.contacts.showContactByExternalId({ external_id: 'sdk-ada' })).toMatchObject({ id })
  expect(await client.contacts.update({ contact_id: id, name: 'Ada Lovelace' })).toMatchObject({
    name: 'Ada Lovelace',
  })
  expect(await client.contacts.archive({ contact_id: id })).toMatchObject({ id, archived: true })
  expect(await client.contacts.unarchive({ contact_id: id })).toMatchObject({ id, archived: false })
  expect(await client.contacts.delete({ contact_id: id })).toMatchObject({ id, deleted: true })
  await expect(client.contacts.find({ contact_id: id })).rejects.toMatchObject({ statusCode: 404 })
})

test('a contact that exists is a conflict that names it', async () => {
  const { id } = await newUser('twice')
  await expect(newUser('twice')).rejects.toMatchObject({
    statusCode: 409,
    message: expect.stringContaining(`A contact matching those details already exists with id=${id}`),
  })
})

test('a lead merges into a user and a contact is blocked', async () => {
  const user = await newUser('survivor')
  const lead = await client.contacts.create({ role: 'lead', email: 'lead@sdk.example' })
  const merged = await client.contacts.mergeLeadInUser({ from: lead.id ?? '', into: user.id ?? '' })
  expect(merged).toMatchObject({ id: user.id, email: 'survivor@sdk.example' })
  const nuisance = await newUser('nuisance')
  expect(await client.contacts.blockContact({ contact_id: nuisance.id ?? '' })).toMatchObject({
    blocked: true,
  })
})

test('lists and searches yield the same contacts by iterator and by page', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await newUser(`page-${n}`)
  const query = { field: 'email' as const, operator: '~' as const, value: 'page-' }
  // The client writes its cursor into the request it was given, so that each walk needs one of its own.
  const search = () => ({ query, pagination: { per_page: 3 } })
  const found = await collect(client.contacts.search(search()))
  expect(found.map(contact => contact.email).toSorted()).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map(n => `page-${n}@sdk.example`),
  )
  expect(await collectByPage(client.contacts.search(search()))).toEqual(found)
  const listed = await collect(client.contacts.list({ per_page: 4 }))
  expect(new Set(listed.map(contact => contact.id)).size).toBe(listed.length)
  expect(listed.map(contact => contact.id)).toEqual(expect.arrayContaining(found.map(contact => contact.id)))
  expect(await collectByPage(client.contacts.list({ per_page: 4 }))).toEqual(listed)
})

test('tags, notes, segments and subscriptions of a contact', async () => {
  const { id = '' } = await newUser('carrier')
  const tag = await client.tags.create({ name: 'Carrier' })
  expect(await client.tags.tagContact({ contact_id: id, id: tag.id ?? '' })).toMatchObject({
    name: 'Carrier',
  })
  expect((await client.contacts.listAttachedTags({ contact_id: id })).data).toHaveLength(1)
  expect(await client.tags.untagContact({ contact_id: id, tag_id: tag.id ?? '' })).toMatchObject({
    id: tag.id,
  })

  const note = await client.notes.create({
    contact_id: id,
    body: 'Likes tea',
    admin_id: String(guichet.ownerId),
  })
  expect(await client.notes.find({ note_id: Number(note.id) })).toMatchObject({ id: note.id })
  expect((await collect(client.notes.list({ contact_id: id }))).map(each => each.id)).toEqual([note.id])

  const segment = await buildSegment(guichet, 'Carriers', {
    field: 'email',
    operator: '=',
    value: 'carrier@sdk.example',
  })
  expect((await client.contacts.listAttachedSegments({ contact_id: id })).data).toMatchObject([
    { id: segment },
  ])
  expect(await client.segments.find({ segment_id: segment })).toMatchObject({ name: 'Carriers' })
  const { segments } = await client.segments.list({ include_count: true })
  expect(segments).toContainEqual(expect.objectContaining({ id: segment, count: 1 }))

  const type = String(await buildSubscriptionType(guichet))
  await client.contacts.attachSubscription({ contact_id: id, id: type, consent_type: 'opt_out' })
  expect((await client.contacts.listAttachedSubscriptions({ contact_id: id })).data).toMatchObject([
    { id: type },
  ])
  await client.contacts.detachSubscription({ contact_id: id, subscription_id: type })
  expect((await client.contacts.listAttachedSubscriptions({ contact_id: id })).data).toEqual([])
  expect((await client.subscriptionTypes.list()).data).toContainEqual(expect.objectContaining({ id: type }))
})

test('data attributes and events', async () => {
  const { id = '' } = await newUser('eventful')
  // The client's type of this call lacks what the call needs.
  const named = { name: 'sdk_plan', model: 'contact' }
  const attribute = await client.dataAttributes.create({ data_type: 'string', ...named })
  await client.dataAttributes.update({
    data_attribute_id: attribute.id ?? 0,
    body: { description: 'Their plan' },
  })
  const { data } = await client.dataAttributes.list({ model: 'contact' })
  expect(data).toContainEqual(expect.objectContaining({ name: 'sdk_plan', description: 'Their plan' }))
  const updated = await client.contacts.update({ contact_id: id, custom_attributes: { sdk_plan: 'gold' } })
  expect(updated).toMatchObject({ custom_attributes: { sdk_plan: 'gold' } })

  await client.events.create({
    id,
    event_name: 'invited-friend',
    created_at: guichet.clock.now() - 5,
    metadata: { n: '1' },
  })
  const { events } = await client.events.list({ user_id: 'sdk-eventful', type: 'user' })
  expect(events).toMatchObject([{ event_name: 'invited-friend' }])
  await client.events.summaries({
    user_id: 'sdk-eventful',
    event_summaries: { event_name: 'invited-friend', count: 4 },
  })
})

test('visitors are found, changed and converted', async () => {
  const visitor = await buildVisitor(guichet, '3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3')
  expect(await client.visitors.find({ user_id: '3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3' })).toMatchObject({
    id: visitor,
  })
  expect(await client.visitors.update({ id: visitor, name: 'Gareth' })).toMatchObject({ name: 'Gareth' })
  const contact = await client.visitors.mergeToContact({
    type: 'user',
    user: { user_id: 'sdk-gareth', email: 'gareth@sdk.example' },
    visitor: { id: visitor },
  })
  expect(contact).toMatchObject({ type: 'contact', role: 'user', email: 'gareth@sdk.example' })
})
