import { expect, test } from 'vitest'
import { type Api, Api as Client } from './support/api.ts'
import { EventStream } from './support/event-stream.ts'
import { startGuichet } from './support/guichet.ts'
import { drainEvents } from './support/happened.ts'
import { buildMember, signedIn } from './support/members.ts'

const guichet = await startGuichet()
const { api, origin, ownerId } = guichet
const agent = await signedIn(guichet, await buildMember(guichet, 'agent'))

test('a teammate hears of what happens as it happens, with what webhooks carry', async () => {
  const stream = await open(agent)
  await stream.next('hello')
  const { body } = await api.post('/contacts', { role: 'user', email: 'heard@example.com' })
  await drainEvents(guichet)
  const told = await stream.next('change')
  expect(told?.data).toMatchObject({
    ...{ topic: 'contact.user.created', object: { type: 'contact', id: body.id } },
    item: { type: 'contact', email: 'heard@example.com' },
  })
  expect(told?.id).toBe(told?.data['sequence'])
})

test('a stream that broke goes on behind what it had heard, and nothing is told twice or left out', async () => {
  const first = await open(agent)
  const hello = await first.next('hello')
  const tags: string[] = []
  const note = async (count: number) => {
    for (let at = 0; at < count; at += 1)
      tags.push(
        (await api.post('/contacts', { role: 'user', external_id: `resumed ${tags.length}` })).body.id,
      )
    await drainEvents(guichet)
  }
  await note(3)
  const heard = [await first.next('change'), await first.next('change')]
  first.close()
  await note(250)
  const second = await open(agent, { 'last-event-id': String(heard[1]?.id) })
  await note(3)
  const ids = heard.map(each => each?.id)
  while (ids.length < tags.length) ids.push((await second.next('change'))?.id)
  const start = Number(hello?.id)
  expect(ids).toEqual(tags.map((_, at) => start + at + 1))
})

test('two streams of a workspace hear the same, and one of another workspace hears nothing of it', async () => {
  const other = await guichet.createWorkspace()
  const theirs = await signedIn(guichet, await buildMember(guichet, 'agent', { workspace: other }))
  const [one, two, three] = [await open(agent), await open(agent), await open(theirs)]
  for (const stream of [one, two, three]) await stream.next('hello')
  await api.post('/contacts', { role: 'user', email: 'both@example.com' })
  await other.api.post('/contacts', { role: 'user', email: 'theirs@example.com' })
  await drainEvents(guichet)
  expect(await one.next('change')).toEqual(await two.next('change'))
  expect((await three.next('change'))?.data).toMatchObject({ item: { email: 'theirs@example.com' } })
})

test('a customer hears that a conversation of theirs has news, and nothing that is among teammates', async () => {
  const me = await customer()
  const { id } = (await me.post('/messenger/api/conversations', { body: 'Hello' })).body
  await (await customer()).post('/messenger/api/conversations', { body: 'Somebody else' })
  await drainEvents(guichet)
  const stream = await open(me)
  await stream.next('hello')
  await say(id, 'note', 'Among us')
  await drainEvents(guichet)
  await say(id, 'comment', 'Hello too')
  await drainEvents(guichet)
  const told = await stream.next('conversation')
  expect(told?.data).toEqual({ id })
  const { body } = await me.get(`/messenger/api/conversations/${id}`)
  expect(body.parts.at(-1).body).toContain('Hello too')
})

test('teammates see who looks at a conversation and who types in it; a customer sees that somebody types', async () => {
  const me = await customer()
  const { id } = (await me.post('/messenger/api/conversations', { body: 'Hello' })).body
  const [team, mine] = [await open(agent), await open(me)]
  await team.next('hello')
  await mine.next('hello')
  await agent.put('/app/api/presence', { conversation_id: id, doing: 'viewing' })
  expect((await team.next('presence'))?.data).toMatchObject({ conversation_id: id, doing: 'viewing' })
  await agent.put('/app/api/presence', { conversation_id: id, doing: 'typing' })
  expect((await team.next('presence'))?.data).toMatchObject({ doing: 'typing' })
  expect((await mine.next('typing'))?.data).toMatchObject({ conversation_id: id, typing: true })
  await me.put(`/messenger/api/conversations/${id}/typing`, { typing: true })
  expect((await team.next('presence'))?.data).toMatchObject({ who: { kind: 'contact' }, doing: 'typing' })
  const late = await open(agent)
  expect((await late.next('presence'))?.data).toMatchObject({ conversation_id: id })
  expect((await me.put('/messenger/api/conversations/999999999/typing', { typing: true })).status).toBe(404)
})

test('a stream needs somebody who is known, and a sequence where one is given', async () => {
  expect((await open(Client.ofNobody(origin), {}, '/app/api/stream')).status).toBe(401)
  expect((await open(api, {}, '/messenger/api/stream')).status).toBe(401)
  expect((await agent.get('/app/api/stream?since=yesterday')).status).toBe(400)
})

/** A stream from now on: what was before is drained first. */
const open = async (
  client: Api,
  headers: Record<string, string> = {},
  path = pathOf(client),
): Promise<EventStream> => {
  await drainEvents(guichet)
  return EventStream.open(origin + path, { ...client.caller, ...headers })
}

const pathOf = ({ caller }: Api): string =>
  caller['cookie'] === undefined ? '/messenger/api/stream' : '/app/api/stream'

async function customer(): Promise<Api> {
  const { body } = await Client.ofNobody(origin).post('/messenger/api/sessions', { app_id: guichet.id })
  return new Client(origin, body.session)
}

const say = (id: string, message_type: string, body: string) =>
  api.post(`/conversations/${id}/reply`, { type: 'admin', admin_id: ownerId, message_type, body })
