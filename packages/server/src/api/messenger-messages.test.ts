import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { EventStream } from '../../test/support/event-stream.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'
import { drainEvents, happened } from '../../test/support/happened.ts'
import { buildMember, signedInAs } from '../../test/support/members.ts'

const guichet = await startGuichet()
const { origin, clock } = guichet
const list = '/messenger/api/conversations'

test('a message that an app sends is unread in the messenger until its customer opens it', async () => {
  const { me, contact, send } = await customer()
  const { id, conversation_id } = await send({ body: '<p>Your <b>seeds</b> are here</p>' })
  expect(conversation_id).toBeUndefined()
  const item = {
    ...{ id: `message-${id}`, kind: 'message', title: null, open: true, unread: true, ticket: null },
    ...{ created_at: clock.now(), updated_at: clock.now() },
    last_part: {
      ...{ body: '<p>Your <b>seeds</b> are here</p>', created_at: clock.now() },
      author: { kind: 'teammate', name: 'Ada Owner' },
    },
  }
  expect((await me.get(list)).body).toMatchObject({ unread_count: 1, data: [item] })
  expect((await contact.boot()).unread_count).toBe(1)
  const { body: found } = await me.get(`${list}/message-${id}`)
  expect(found).toMatchObject({ ...item, parts: [item.last_part] })
  expect(JSON.stringify(found)).not.toContain('ada@example.com')
  clock.advance(60)
  expect((await me.post(`${list}/message-${id}/read`)).body).toMatchObject({ kind: 'message', unread: false })
  await me.post(`${list}/message-${id}/read`)
  expect((await me.get(list)).body).toMatchObject({ unread_count: 0, data: [{ unread: false }] })
  expect((await contact.boot()).unread_count).toBe(0)
})

test('the app hears that its message came to the messenger, and once that it was opened', async () => {
  const { me, workspace, contact, send } = await customer()
  const { id } = await send()
  await me.post(`${list}/message-${id}/read`)
  await me.post(`${list}/message-${id}/read`)
  await me.post(`${list}/message-${id}/replies`, { body: 'Thanks' })
  const told = await happened({ ...guichet, id: workspace.id }, { topics: ['content_stat.chat'] })
  expect(told.map(({ object, payload }) => [object.id, payload['stat_type'], payload['contact_id']])).toEqual(
    [
      [id, 'receipt', contact.id],
      [id, 'open', contact.id],
    ],
  )
})

test('the first reply begins the conversation: the message is its source, the reply its first part', async () => {
  const { me, workspace, contact, send } = await customer()
  const { id } = await send({ body: 'Did they grow?' })
  clock.advance(60)
  const { status, body } = await me.post(`${list}/message-${id}/replies`, { body: 'Like <weeds>' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ kind: 'conversation', unread: false, parts: [{ id: '0' }, {}] })
  const { body: conversation } = await workspace.api.get(`/conversations/${body.id}`)
  expect(conversation).toMatchObject({
    ...{ state: 'open', waiting_since: clock.now() },
    source: {
      ...{
        id,
        type: 'conversation',
        delivered_as: 'admin_initiated',
        body: '<p class="no-margin">Did they grow?</p>',
      },
      author: { type: 'admin', id: String(workspace.ownerId) },
    },
    contacts: { contacts: [{ id: contact.id }] },
  })
  const { conversation_parts: parts } = conversation.conversation_parts
  expect(parts[0]).toMatchObject({
    author: { id: contact.id },
    body: expect.stringContaining('&lt;weeds&gt;'),
  })
  expect((await me.get(list)).body).toMatchObject({ unread_count: 0, data: [{ id: body.id }] })
  const again = await me.post(`${list}/message-${id}/replies`, { body: 'And high' })
  expect(again.body).toMatchObject({ id: body.id })
  expect((await me.get(`${list}/message-${id}`)).body.parts).toHaveLength(3)
})

test('the message of somebody who has left since can be answered still', async () => {
  const { me, workspace, send } = await customer()
  const leaving = await buildMember(guichet, 'agent', { workspace })
  const { id } = await send({ from: { type: 'admin', id: leaving.adminId } })
  const owner = await signedInAs(guichet, 'owner', workspace)
  const removed = await owner.delete(`/app/api/teammates/${leaving.adminId}`, {})
  expect(removed.status).toBe(204)
  const { body } = await me.get(`${list}/message-${id}`)
  expect(body.last_part.author).toMatchObject({ kind: 'teammate', id: String(leaving.adminId) })
  const answered = await me.post(`${list}/message-${id}/replies`, { body: 'Are you there?' })
  expect(answered.status).toBe(201)
  const { source } = (await workspace.api.get(`/conversations/${answered.body.id}`)).body
  expect(source.author).toMatchObject({ type: 'admin', id: String(leaving.adminId) })
})

test('a reply without words begins nothing', async () => {
  const { me, workspace, send } = await customer()
  const { id } = await send()
  for (const reply of [{ body: ' ' }, { quick_reply: crypto.randomUUID() }])
    expect((await me.post(`${list}/message-${id}/replies`, reply)).status).toBe(400)
  expect((await me.put(`${list}/message-${id}/rating`, { rating: 5 })).status).toBe(400)
  expect((await me.put(`${list}/message-${id}/typing`, { typing: true })).status).toBe(404)
  expect((await me.get(list)).body.data).toMatchObject([{ id: `message-${id}` }])
  expect((await workspace.api.get('/conversations')).body.total_count).toBe(0)
})

test('of several whom a message went to the first to reply begins the conversation of all', async () => {
  const workspace = await guichet.createWorkspace()
  const [one, two] = [await customer(workspace), await customer(workspace)]
  const { id } = await one.send({ to: [one, two].map(({ contact }) => ({ type: 'user', id: contact.id })) })
  const answers = await Promise.all(
    [one, two].map(({ me }) => me.post(`${list}/message-${id}/replies`, { body: 'Me too' })),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  const { body } = await workspace.api.get(`/conversations/${answers[0]?.body.id}`)
  const ids = body.contacts.contacts.map((contact: { id: string }) => contact.id)
  expect(ids.toSorted()).toEqual([one.contact.id, two.contact.id].toSorted())
  expect(body.conversation_parts.total_count).toBe(2)
  const { body: found } = await two.me.get(`${list}/message-${id}`)
  expect(found).toMatchObject({ id: body.id, kind: 'conversation' })
  expect(found.parts).toHaveLength(3)
})

test('a conversation that a message begins at once is unread for everybody it went to', async () => {
  const workspace = await guichet.createWorkspace()
  const [one, two] = [await customer(workspace), await customer(workspace)]
  const { conversation_id: id } = await one.send({
    ...{ to: [one, two].map(({ contact }) => ({ type: 'user', id: contact.id })) },
    create_conversation_without_contact_reply: true,
  })
  for (const { me } of [one, two]) {
    expect((await me.get(list)).body).toMatchObject({
      unread_count: 1,
      data: [{ id, kind: 'conversation', unread: true }],
    })
    await me.post(`${list}/${id}/read`)
    expect((await me.get(list)).body).toMatchObject({ unread_count: 0, data: [{ id, unread: false }] })
  }
})

test('a message whose conversation was deleted does not come back', async () => {
  const { me, workspace, send } = await customer()
  const { id } = await send()
  const { body } = await me.post(`${list}/message-${id}/replies`, { body: 'Hello' })
  await workspace.api.delete(`/conversations/${body.id}`)
  expect((await me.get(list)).body).toMatchObject({ data: [], unread_count: 0 })
  expect((await me.get(`${list}/message-${id}`)).status).toBe(404)
  expect((await me.post(`${list}/message-${id}/replies`, { body: 'x' })).status).toBe(404)
})

test('messages stand among conversations by their time, page by page, or by themselves', async () => {
  const { me, send } = await customer()
  const made: string[] = []
  for (let at = 0; at < 23; at += 1) {
    // Pairs of one second, in which conversations come first.
    if (at % 4 < 2) made.push(`message-${(await send()).id}`)
    else made.push((await me.post(list, { body: `Number ${at}` })).body.id)
    clock.advance(at % 2)
  }
  const first = (await me.get(list)).body
  const second = (await me.get(`${list}?before=${first.next}`)).body
  const ids = [...first.data, ...second.data].map(({ id }) => id)
  expect([first.data.length, second.data.length, second.next]).toEqual([20, 3, null])
  expect(ids.toSorted()).toEqual(made.toSorted())
  for (const { id, updated_at } of first.data) {
    const { data } = (await me.get(`${list}?before=${updated_at}-${id}`)).body
    expect(data[0]?.id).toBe(ids[ids.indexOf(id) + 1])
  }
  const messages = (await me.get(`${list}?kind=message`)).body.data.map(({ kind }: { kind: string }) => kind)
  expect(messages).toEqual(Array(12).fill('message'))
  expect((await me.get(`${list}?kind=conversation`)).body.data).toHaveLength(11)
  expect((await me.get(`${list}?kind=ticket`)).body.data).toEqual([])
  for (const before of ['1-message-', '1-letter-2', 'message-2'])
    expect((await me.get(`${list}?before=${before}`)).status).toBe(400)
})

test('nobody sees, opens or answers a message to somebody else, nor one that is no message of the app', async () => {
  const { workspace, contact, send } = await customer()
  const { id } = await send()
  const email = { message_type: 'email', subject: 'News', template: 'plain' }
  const mail = await send(email)
  const { me } = await customer(workspace)
  expect((await me.get(list)).body).toMatchObject({ data: [], unread_count: 0 })
  const tries = [me, (await customer()).me].map(by => [by, id] as const)
  const own = new Api(origin, (await contact.boot()).session)
  for (const [by, message] of [...tries, [own, mail.id] as const, [own, '0'] as const, [own, 'x'] as const]) {
    const path = `${list}/message-${message}`
    expect((await by.get(path)).status).toBe(404)
    expect((await by.post(`${path}/read`)).status).toBe(404)
    expect((await by.post(`${path}/replies`, { body: 'Mine?' })).status).toBe(404)
  }
  expect((await own.get(list)).body.data).toMatchObject([{ id: `message-${id}`, unread: true }])
})

test('a messenger that is open hears of a message at once, and nobody else’s does', async () => {
  const workspace = await guichet.createWorkspace()
  const [one, two] = [await customer(workspace), await customer(workspace)]
  await drainEvents(guichet)
  const [mine, theirs] = await Promise.all([one, two].map(({ me }) => listen(me)))
  const { id } = await one.send()
  await drainEvents(guichet)
  expect((await mine?.next('conversation'))?.data).toEqual({ id: `message-${id}` })
  await one.me.post(`${list}/message-${id}/read`)
  await drainEvents(guichet)
  expect((await mine?.next('conversation'))?.data).toEqual({ id: `message-${id}` })
  const other = await two.send()
  await drainEvents(guichet)
  expect((await theirs?.next('conversation'))?.data).toEqual({ id: `message-${other.id}` })
})

test('what runs in a message runs in no messenger', async () => {
  const { me, send } = await customer()
  const evil =
    '<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">y</a></p>'
  const { id } = await send({ body: evil })
  const { body } = await me.get(`${list}/message-${id}`)
  expect(body.last_part.body).toContain('Hi')
  expect(body.last_part.body).not.toMatch(/script|onerror|onclick/)
})

test('what came to a lead is there for the user they turn out to be', async () => {
  const { me, workspace, send } = await customer(undefined, {})
  await me.post(list, { body: 'I am new here' })
  const { id } = await send({}, 'lead')
  const user_id = crypto.randomUUID()
  await workspace.api.post('/contacts', { role: 'user', external_id: user_id })
  const { body } = await Api.ofNobody(origin).post('/messenger/api/sessions', {
    ...{ app_id: workspace.id, session: me.token, user_data: { user_id } },
  })
  expect(body.unread_count).toBe(1)
  const { data } = (await new Api(origin, body.session).get(list)).body
  expect(data.map((item: { id: string }) => item.id)).toContain(`message-${id}`)
})

/** Somebody with a messenger, in a workspace of their own where none is given, and an app that writes to them. */
async function customer(workspace?: TestWorkspace, user_data: object = { user_id: crypto.randomUUID() }) {
  const home = workspace ?? (await guichet.createWorkspace())
  const boot = async () =>
    (await Api.ofNobody(origin).post('/messenger/api/sessions', { app_id: home.id, user_data })).body
  const { session, contact } = await boot()
  const send = async (message: object = {}, type = 'user') =>
    (
      await home.api.post('/messages', {
        ...{ message_type: 'inapp', body: 'Hello', from: { type: 'admin', id: home.ownerId } },
        ...{ to: { type, id: contact.id }, ...message },
      })
    ).body
  return { workspace: home, me: new Api(origin, session), contact: { id: contact.id, boot }, send }
}

async function listen(me: Api): Promise<EventStream> {
  const stream = await EventStream.open(`${origin}/messenger/api/stream`, me.caller)
  await stream.next('hello')
  return stream
}
