import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, ownerId, clock } = guichet

const INSTEAD = '<p><i>This message was deleted</i></p>'

const start = async () => {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: user.id }, body: 'My card is 4111' }
  const { body: message } = await api.post('/conversations', sent)
  return { id: message.conversation_id, source: message.id }
}

const comment = async (id: string) => {
  const sent = { message_type: 'comment', type: 'admin', admin_id: ownerId, body: 'A secret' }
  const { body } = await api.post(`/conversations/${id}/reply`, sent)
  return body.conversation_parts.conversation_parts[0].id
}

test.each(['2.7', '2.14', 'Preview'] as const)(
  'the words of a part are gone for good, at %s',
  async version => {
    const { id } = await start()
    const part = await comment(id)
    const sent = {
      type: 'conversation_part',
      conversation_id: Number(id),
      conversation_part_id: Number(part),
    }
    const { body: conversation } = await api.at(version).post('/conversations/redact', sent)
    const redacted = { id: part, body: INSTEAD, redacted: true, attachments: [] }
    expect(conversation.conversation_parts.conversation_parts).toMatchObject([redacted])
    const { body: read } = await api.get(`/conversations/${id}`)
    expect(read.conversation_parts.conversation_parts).toMatchObject([redacted])
    expect((await api.at(version).post('/conversations/redact', sent)).status).toBe(200)
  },
)

test('so are those of the first message, where a contact wrote it', async () => {
  const { id, source } = await start()
  const sent = { type: 'source', conversation_id: id, source_id: source }
  const { body: conversation } = await api.post('/conversations/redact', sent)
  expect(conversation.source).toMatchObject({ body: INSTEAD, redacted: true })
  const query = { field: 'source.body', operator: '~', value: '4111' }
  const found = await api.post('/conversations/search', { query })
  expect(found.body.conversations.map((each: { id: string }) => each.id)).not.toContain(id)
})

test('a conversation of which a part is gone is newer than before, for whoever asks for what has changed', async () => {
  const { id } = await start()
  const part = await comment(id)
  const { updated_at } = (await api.get(`/conversations/${id}`)).body
  clock.advance(60)
  const sent = { type: 'conversation_part', conversation_id: id, conversation_part_id: part }
  expect((await api.post('/conversations/redact', sent)).body.updated_at).toBe(updated_at + 60)
})

test('a redaction is announced and goes to the activity log, once', async () => {
  const { id, source } = await start()
  const sent = { type: 'source', conversation_id: id, source_id: source }
  const log = `/admins/activity_logs?created_at_after=${clock.now() - 1}`
  const deletions = async () =>
    (await api.get(log)).body.activity_logs.filter(
      ({ activity_type }: { activity_type: string }) => activity_type === 'conversation_part_deletion',
    ).length
  const before = await deletions()
  await api.post('/conversations/redact', sent)
  await api.post('/conversations/redact', sent)
  expect(await deletions()).toBe(before + 1)
  const topics = await topicsOf(guichet, 'conversation', id)
  expect(topics.filter(topic => topic === 'conversation_part.redacted')).toHaveLength(1)
})

test('a first message of an admin stays', async () => {
  const { body: user } = await api.post('/contacts', { email: 'admin.wrote@example.com' })
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'inapp', body: 'Hi', from: { type: 'admin', id: ownerId } },
    to: { type: 'user', id: user.id },
    create_conversation_without_contact_reply: true,
  })
  const sent = { type: 'source', conversation_id: message.conversation_id, source_id: message.id }
  const { status, body } = await api.post('/conversations/redact', sent)
  expect([status, body.errors[0].code]).toEqual([422, 'conversation_part_not_redactable'])
})

test('a part without words has nothing to redact', async () => {
  const { id } = await start()
  const opened = await api.post(`/conversations/${id}/parts`, {
    ...{ message_type: 'assignment', type: 'admin', admin_id: ownerId, assignee_id: ownerId },
  })
  const part = opened.body.conversation_parts.conversation_parts[0].id
  const sent = { type: 'conversation_part', conversation_id: id, conversation_part_id: part }
  const { status, body } = await api.post('/conversations/redact', sent)
  expect([status, body.errors[0].message]).toEqual([422, "Part can't be redacted"])
})

test('what cannot be redacted is told in the words clients know', async () => {
  const { id } = await start()
  const refusals = [
    [{ type: 'message', conversation_id: id }, 422, 'type_mismatch'],
    [{ type: 'conversation_part' }, 400, 'parameter_not_found'],
    [{ type: 'conversation_part', conversation_id: id }, 400, 'parameter_not_found'],
    [
      { type: 'conversation_part', conversation_id: id, conversation_part_id: '99999999' },
      404,
      'conversation_part_or_message_not_found',
    ],
    [
      { type: 'conversation_part', conversation_id: 'not_there', conversation_part_id: 'not_there' },
      404,
      'conversation_part_or_message_not_found',
    ],
    [{ type: 'source', conversation_id: id, source_id: '1' }, 404, 'conversation_part_or_message_not_found'],
  ] as const
  for (const [sent, ...told] of refusals) {
    const { status, body } = await api.post('/conversations/redact', sent)
    expect([status, body.errors[0].code], JSON.stringify(sent)).toEqual(told)
  }
})
