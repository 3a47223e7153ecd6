import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { api, clock } = guichet
const member = await buildMember(guichet, 'agent')
const own = await signedIn(guichet, member)

const conversation = async (): Promise<string> => {
  const contact = await api.post('/contacts', { role: 'user', email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: contact.body.id }, body: 'Hello' }
  return (await api.post('/conversations', sent)).body.conversation_id
}
const act = (ids: string[], what: object) =>
  own.post('/app/api/inbox/bulk', { conversation_ids: ids, act: what })
const read = async (id: string) => (await api.get(`/conversations/${id}`)).body
const partsOf = async (id: string): Promise<string[]> =>
  (await read(id)).conversation_parts.conversation_parts.map((part: { part_type: string }) => part.part_type)

test('the same is done to many, each with a part that tells it', async () => {
  const ids = [await conversation(), await conversation()]
  const until = clock.now() + 3600
  const tag = (await api.post('/tags', { name: 'Many' })).body.id
  const assignee = { type: 'admin', id: String(member.adminId) }
  for (const what of [
    { type: 'assign', assignee },
    { type: 'tag', tag_id: tag },
    { type: 'snooze', snoozed_until: until },
  ])
    expect((await act(ids, what)).body).toEqual({ type: 'inbox_bulk_result', done: ids, failed: [] })
  for (const id of ids) {
    const now = await read(id)
    expect(now).toMatchObject({ admin_assignee_id: member.adminId, state: 'snoozed', snoozed_until: until })
    expect(now.tags.tags.map((each: { id: string }) => each.id)).toEqual([tag])
    expect(await partsOf(id)).toEqual(['assignment', 'conversation_tags_updated', 'snoozed'])
  }
  await act(ids, { type: 'close' })
  await act(ids, { type: 'close' })
  await act(ids, { type: 'untag', tag_id: tag })
  await act(ids, { type: 'open' })
  expect((await partsOf(ids[0] ?? '')).slice(3)).toEqual(['close', 'conversation_tags_updated', 'open'])
})

test('one that is not there keeps nobody else from it, and is named', async () => {
  const id = await conversation()
  const { status, body } = await act([id, '999999', id], { type: 'close' })
  expect([status, body.done, body.failed.map((each: { id: string }) => each.id)]).toEqual([
    200,
    [id],
    ['999999'],
  ])
  expect((await read(id)).state).toBe('closed')
})

test('an act that makes no sense is done to none', async () => {
  const id = await conversation()
  const statuses: number[] = []
  for (const what of [
    { type: 'assign' },
    { type: 'assign', assignee: { type: 'admin', id: '999999' } },
    { type: 'tag' },
    { type: 'snooze' },
    { type: 'explode' },
  ])
    statuses.push((await act([id], what)).status)
  expect(statuses).toEqual([400, 404, 400, 400, 400])
  expect((await act([], { type: 'close' })).status).toBe(400)
  expect(
    (
      await act(
        Array.from({ length: 101 }, () => id),
        { type: 'close' },
      )
    ).status,
  ).toBe(400)
  expect(await partsOf(id)).toEqual([])
})

test('who may only read, or is of another workspace, changes nothing', async () => {
  const id = await conversation()
  const light = await signedInAs(guichet, 'light')
  const stranger = await signedInAs(guichet, 'owner', await guichet.createWorkspace())
  const close = { conversation_ids: [id], act: { type: 'close' } }
  expect((await light.post('/app/api/inbox/bulk', close)).status).toBe(403)
  expect((await stranger.post('/app/api/inbox/bulk', close)).body).toMatchObject({ done: [] })
  expect((await read(id)).state).toBe('open')
})
