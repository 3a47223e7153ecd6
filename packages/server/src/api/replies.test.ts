import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Answer } from '../../test/support/api.ts'
import { buildContact, buildConversation, manage, reply } from '../../test/support/conversations.ts'
import { buildTeam } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { wakeDue } from '../domain/conversation/index.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-files-'))
afterAll(() => rm(dataDir, { recursive: true }))
const guichet = await startGuichet({ GUICHET_DATA_DIR: dataDir })
const { api, clock, database, ownerId } = guichet

const partOf = ({ body }: Answer) => {
  expect(body.conversation_parts.total_count).toBe(1)
  return body.conversation_parts.conversation_parts[0]
}

const asContact = (id: string, contact: { id: string }, more: object = {}) =>
  api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Thanks <again>' },
    ...more,
  })

const close = (id: string) => manage(guichet, id, { message_type: 'close', type: 'admin', body: 'Goodbye' })
const snooze = (id: string, seconds: number) =>
  manage(guichet, id, { message_type: 'snoozed', snoozed_until: clock.now() + seconds })

const topics = async (id: string) => (await happened(guichet, { objectId: id })).map(event => event.topic)

test('an admin comments, and the answer carries the new part only', async () => {
  const { id } = await buildConversation(guichet)
  await reply(guichet, id, { body: 'First' })
  const answer = await reply(guichet, id, { body: '<p onclick="x()">Second</p><script>1</script>' })
  expect(partOf(answer)).toMatchObject({
    ...{ part_type: 'comment', body: '<p>Second</p>', assigned_to: null, redacted: false, metadata: {} },
    author: { type: 'admin', id: String(ownerId), name: 'Ada Owner', email: 'ada@example.com' },
  })
  expect(answer.body).toMatchObject({
    ...{
      waiting_since: null,
      teammates: { type: 'admin.list', admins: [{ type: 'admin', id: String(ownerId) }] },
    },
  })
  expect(await topics(id)).toEqual([
    'conversation.user.created',
    'conversation.admin.replied',
    'conversation.admin.replied',
  ])
})

test('a contact replies by each name it goes by', async () => {
  const { id, contact } = await buildConversation(guichet)
  const forms = [
    { intercom_user_id: contact.id },
    { user_id: contact.external_id },
    { email: contact.email.toUpperCase() },
  ]
  for (const form of forms) {
    const answer = await api.post(`/conversations/${id}/reply`, {
      ...{ message_type: 'comment', type: 'user', body: 'It is <me>' },
      ...form,
    })
    expect(partOf(answer)).toMatchObject({
      part_type: 'comment',
      body: '<p class="no-margin">It is &lt;me&gt;</p>',
      author: { type: 'user', id: contact.id },
    })
    expect(answer.body).toMatchObject({ read: false, waiting_since: clock.now() })
  }
})

test('a reply to `last` goes to the latest conversation of the contact', async () => {
  const contact = await buildContact(guichet)
  await buildConversation(guichet, { contact })
  const { id } = await buildConversation(guichet, { contact })
  const answer = await asContact('last', contact)
  expect(answer.body.id).toBe(id)
  const nobody = await buildContact(guichet)
  expect((await asContact('last', nobody)).status).toBe(404)
})

test.each(['closed', 'snoozed'])(
  'the reply of a contact opens a %s conversation, in one part',
  async state => {
    const { id, contact } = await buildConversation(guichet)
    await (state === 'closed' ? close(id) : snooze(id, 3600))
    const answer = await asContact(id, contact)
    expect(partOf(answer)).toMatchObject({
      part_type: 'open',
      body: '<p class="no-margin">Thanks &lt;again&gt;</p>',
    })
    expect(answer.body).toMatchObject({ state: 'open', open: true, snoozed_until: null, read: false })
    expect(await topics(id)).toContain('conversation.user.replied')
  },
)

test('notes and quick replies leave a closed conversation closed', async () => {
  const { id } = await buildConversation(guichet)
  await close(id)
  const note = await reply(guichet, id, { message_type: 'note', body: 'Between us' })
  expect(partOf(note)).toMatchObject({ part_type: 'note', state: 'closed' })
  expect(note.body).toMatchObject({ state: 'closed', open: false })
  const comment = await reply(guichet, id, { body: 'One more thing' })
  expect([partOf(comment).part_type, comment.body.state]).toEqual(['comment', 'closed'])
  expect(await topics(id)).toContain('conversation.admin.noted')
})

test('comments and notes of admins wake a snoozed conversation, unless told not to', async () => {
  const { id } = await buildConversation(guichet)
  await snooze(id, 3600)
  const kept = await reply(guichet, id, { message_type: 'note', body: 'Shh', skip_unsnooze: true })
  expect([partOf(kept).part_type, kept.body.state]).toEqual(['note', 'snoozed'])
  const woken = await reply(guichet, id, { message_type: 'note', body: 'Up' })
  expect([partOf(woken).part_type, woken.body.state]).toEqual(['note_and_unsnooze', 'open'])
  await snooze(id, 3600)
  const comment = await reply(guichet, id, { body: 'Hello' })
  expect([partOf(comment).part_type, comment.body.state]).toEqual(['comment', 'open'])
})

test('quick replies are offered, and one is picked', async () => {
  const { id, contact } = await buildConversation(guichet)
  const options = [
    { text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' },
    { text: 'No', uuid: 'f4a98af1-be56-4948-a57e-e1a83f8484c6' },
  ]
  const offer = { message_type: 'quick_reply', reply_options: options }
  const offered = await reply(guichet, id, offer)
  expect(partOf(offered)).toMatchObject({
    part_type: 'quick_reply',
    body: null,
    metadata: { quick_reply_options: options },
  })
  const picked = await asContact(id, contact, {
    ...offer,
    reply_options: options.slice(0, 1),
    body: undefined,
  })
  expect(partOf(picked)).toMatchObject({
    part_type: 'quick_reply',
    body: '<p class="no-margin">Yes</p>',
    metadata: { quick_reply_uuid: options[0]?.uuid },
  })
  expect((await reply(guichet, id, { message_type: 'quick_reply', reply_options: [] })).status).toBe(400)
})

test('files are kept, and read by whoever has their address', async () => {
  const { id, contact } = await buildConversation(guichet)
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const attachment_files = [
    { content_type: 'image/png', name: 'dot.png', data: png },
    {
      content_type: 'text/html',
      name: '../../evil.html',
      data: Buffer.from('<script>1</script>').toString('base64'),
    },
  ]
  const [dot, evil] = partOf(await asContact(id, contact, { attachment_files })).attachments
  expect(dot).toMatchObject({
    type: 'upload',
    name: 'dot.png',
    content_type: 'image/png',
    filesize: 70,
    width: 1,
    height: 1,
  })
  const shown = await fetch(dot.url)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(png)
  expect(evil.name).toBe('evil.html')
  const saved = await fetch(evil.url)
  expect(saved.headers.get('content-type')).toBe('application/octet-stream')
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await fetch(evil.url.replace(/-.{32}/, `-${'a'.repeat(32)}`))).status).toBe(404)
})

test('of a body of tags within tags without end the words are kept', async () => {
  const { id } = await buildConversation(guichet)
  const body = `Before ${'<div>'.repeat(100_000)} within`
  expect(partOf(await reply(guichet, id, { body })).body).toBe(
    '<p class="no-margin">Before </p>\n<p class="no-margin"> within</p>',
  )
})

test('addresses of files are kept as they are given, ten at most', async () => {
  const { id } = await buildConversation(guichet)
  const attachment_urls = ['https://example.com/files/my%20report.pdf?x=1']
  expect(partOf(await reply(guichet, id, { body: 'See', attachment_urls })).attachments).toEqual([
    {
      ...{ type: 'upload', name: 'my report.pdf', content_type: 'application/pdf' },
      ...{ url: attachment_urls[0], filesize: 0, width: null, height: null },
    },
  ])
  const many = Array.from({ length: 11 }, (_, at) => `https://example.com/${at}.png`)
  expect((await reply(guichet, id, { body: 'See', attachment_urls: many })).status).toBe(400)
  expect((await reply(guichet, id, { body: 'See', attachment_urls: ['javascript:1'] })).status).toBe(400)
})

test.each([
  ['nobody known', { intercom_user_id: 'nope' }, 404],
  ['no name at all', { intercom_user_id: undefined }, 400],
  ['no type', { type: undefined }, 400],
  ['no body', { body: undefined }, 400],
  ['an empty body', { body: ' ' }, 400],
  ['a type there is not', { message_type: 'song' }, 400],
  ['a time to come', { created_at: 99_999_999_999 }, 400],
])('a reply of a contact with %s is refused', async (_, wrong, status) => {
  const { id, contact } = await buildConversation(guichet)
  expect((await asContact(id, contact, wrong)).status).toBe(status)
})

test('a reply by somebody else, to nowhere, or by no admin there is, is refused', async () => {
  const { id } = await buildConversation(guichet)
  expect((await asContact(id, await buildContact(guichet))).status).toBe(404)
  expect((await asContact('99999999999', await buildContact(guichet))).status).toBe(404)
  expect((await reply(guichet, id, { admin_id: 99999, body: 'x' })).status).toBe(404)
})

test('closing says goodbye', async () => {
  const { id } = await buildConversation(guichet)
  const answer = await close(id)
  expect(partOf(answer)).toMatchObject({
    part_type: 'close',
    body: '<p class="no-margin">Goodbye</p>',
    state: 'closed',
  })
  expect(answer.body).toMatchObject({ state: 'closed', open: false, read: false })
  expect(await topics(id)).toContain('conversation.admin.closed')
})

test('opening reads, and ends a snooze', async () => {
  const { id } = await buildConversation(guichet)
  const until = clock.now() + 3600
  const snoozed = await snooze(id, 3600)
  expect(partOf(snoozed)).toMatchObject({ part_type: 'snoozed', body: null })
  expect(snoozed.body).toMatchObject({ state: 'snoozed', open: true, snoozed_until: until })
  const opened = await manage(guichet, id, { message_type: 'open' })
  expect(partOf(opened)).toMatchObject({ part_type: 'open', body: null })
  expect(opened.body).toMatchObject({ state: 'open', open: true, snoozed_until: null, read: true })
  expect((await snooze(id, -1)).status).toBe(400)
})

test('assigning to admins and to teams are two things, and each is undone by 0', async () => {
  const { id } = await buildConversation(guichet)
  const team = await buildTeam(guichet, 'Billing')
  const assign = (body: object) => manage(guichet, id, { message_type: 'assignment', ...body })
  const toAdmin = await assign({ type: 'admin', assignee_id: ownerId, body: 'Yours' })
  expect(partOf(toAdmin)).toMatchObject({
    ...{ part_type: 'assignment', body: '<p class="no-margin">Yours</p>' },
    assigned_to: { type: 'admin', id: String(ownerId) },
  })
  const toTeam = await assign({ type: 'team', assignee_id: String(team) })
  expect(partOf(toTeam).assigned_to).toEqual({ type: 'team', id: String(team) })
  expect(toTeam.body).toMatchObject({ admin_assignee_id: ownerId, team_assignee_id: team })
  const toNobody = await assign({ type: 'admin', assignee_id: '0' })
  expect(partOf(toNobody).assigned_to).toEqual({ type: 'nobody_admin', id: null })
  expect(toNobody.body).toMatchObject({ admin_assignee_id: 0, team_assignee_id: team })
  expect((await assign({ type: 'admin', assignee_id: 99999 })).body.errors[0].code).toBe('admin_not_found')
  expect((await assign({ type: 'team', assignee_id: 99999 })).body.errors[0].code).toBe('team_not_found')
  expect((await assign({})).status).toBe(400)
})

test('an assignment opens what is closed or snoozed', async () => {
  const { id } = await buildConversation(guichet)
  const assign = () =>
    manage(guichet, id, { message_type: 'assignment', type: 'admin', assignee_id: ownerId })
  await close(id)
  const reopened = await assign()
  expect([partOf(reopened).part_type, reopened.body.state]).toEqual(['assign_and_reopen', 'open'])
  await snooze(id, 60)
  const woken = await assign()
  expect([partOf(woken).part_type, woken.body.state]).toEqual(['assign_and_unsnooze', 'open'])
  expect(await topics(id)).toContain('conversation.admin.open.assigned')
})

test('the actions are taken at /reply too', async () => {
  const { id } = await buildConversation(guichet)
  const answer = await reply(guichet, id, { message_type: 'close', body: 'Bye', conversation_id: id })
  expect([partOf(answer).part_type, answer.body.state]).toEqual(['close', 'closed'])
  expect((await reply(guichet, id, { message_type: 'open' })).body.state).toBe('open')
})

test('a snooze that is over wakes the conversation by itself', async () => {
  const { id } = await buildConversation(guichet)
  const { id: later } = await buildConversation(guichet)
  await snooze(id, 60)
  await snooze(later, 7200)
  expect(await wakeDue(database, clock.now(), guichet.id)).toBe(0)
  clock.advance(61)
  expect(await wakeDue(database, clock.now(), guichet.id)).toBe(1)
  const { body } = await api.get(`/conversations/${id}`)
  expect(body).toMatchObject({ state: 'open', snoozed_until: null })
  expect(body.conversation_parts.conversation_parts.at(-1)).toMatchObject({
    part_type: 'timer_unsnooze',
    created_at: clock.now(),
    author: { type: 'bot', name: 'Fin' },
  })
  expect(await topics(id)).toContain('conversation.admin.unsnoozed')
  expect((await api.get(`/conversations/${later}`)).body.state).toBe('snoozed')
})

test('who writes and who is written to are moved forward in time', async () => {
  const { id, contact } = await buildConversation(guichet)
  clock.advance(10)
  await reply(guichet, id, { body: 'Hello' })
  const row = await database.read
    .selectFrom('contacts')
    .select(['last_replied_at', 'last_contacted_at'])
    .where('workspace_id', '=', guichet.id)
    .where('id', '=', contact.id)
    .executeTakeFirst()
  expect(row).toEqual({ last_replied_at: clock.now() - 10, last_contacted_at: clock.now() })
})
