import { createHmac } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, origin, database, clock, ownerId } = guichet
const nobody = Api.ofNobody(origin)
let people = 0

test('a stranger is a visitor, who is a lead once they have written', async () => {
  const { body } = await boot()
  expect(body.contact).toMatchObject({ role: 'visitor', email: null })
  expect((await api.get(`/visitors?user_id=${body.contact.user_id}`)).body.id).toBe(body.contact.id)
  const started = await as(body).post('/messenger/api/conversations', { body: 'Hello <b>there</b>' })
  expect(started.status).toBe(201)
  expect(started.body.parts).toMatchObject([
    { author: { kind: 'contact' }, body: '<p class="no-margin">Hello &lt;b&gt;there&lt;/b&gt;</p>' },
  ])
  expect((await api.get(`/contacts/${body.contact.id}`)).body.role).toBe('lead')
})

test('a browser that kept its session is who it was', async () => {
  const first = await boot()
  const again = await boot({ session: first.body.session })
  expect(again.body.session).toBe(first.body.session)
  expect(again.body.contact.id).toBe(first.body.contact.id)
  const other = await guichet.createWorkspace()
  const elsewhere = await boot({ session: first.body.session }, other)
  expect(elsewhere.body.contact.id).not.toBe(first.body.contact.id)
})

test('what a lead wrote goes to the user they turn out to be', async () => {
  const user_id = nextId()
  const known = await api.post('/contacts', { role: 'user', external_id: user_id, name: 'Known' })
  const stranger = await boot()
  const { id } = (await as(stranger.body).post('/messenger/api/conversations', { body: 'Before' })).body
  const { body } = await boot({ session: stranger.body.session, user_data: { user_id } })
  expect(body.contact).toMatchObject({ id: known.body.id, role: 'user' })
  expect((await as(body).get('/messenger/api/conversations')).body.data).toMatchObject([{ id }])
  expect((await as(stranger.body).get('/messenger/api/conversations')).status).toBe(401)
})

test('a lead nobody knows yet becomes the user they say they are', async () => {
  const stranger = await boot()
  await as(stranger.body).post('/messenger/api/conversations', { body: 'Before' })
  const { body } = await boot({
    session: stranger.body.session,
    user_data: { user_id: nextId(), name: 'New' },
  })
  expect(body.contact).toMatchObject({ id: stranger.body.contact.id, role: 'user', name: 'New' })
})

test('an address finds the user who has no id of the page yet, and gives it one; with another id it is somebody else', async () => {
  const email = `${nextId()}@example.com`
  const known = await api.post('/contacts', { role: 'user', email })
  const user_id = nextId()
  const { body } = await boot({ user_data: { user_id, email } })
  expect(body.contact).toMatchObject({ id: known.body.id, user_id })
  const other = await boot({ user_data: { user_id: nextId(), email } })
  expect(other.body.contact.id).not.toBe(known.body.id)
  expect(other.body.contact.email).toBeNull()
})

test('a page tells of its user: attributes it has not told before are defined, and what cannot be kept is left out', async () => {
  const plan = `plan_${nextId()}`
  const user_data = {
    ...{ user_id: nextId(), name: 'Zoé', phone: '+33612345678', created_at: 1_600_000_000, [plan]: 'gold' },
    ...{ seats: 3, nothing: 'undefined', 'bad!name': 1, action_color: '#fff', utm_source: 'x' },
    avatar: { type: 'avatar', image_url: 'https://example.com/a.png' },
    company: { id: 'acme', name: 'Acme', plan: 'big', monthly_spend: '12' },
  }
  const { body } = await boot({ user_data })
  const contact = (await api.get(`/contacts/${body.contact.id}`)).body
  expect(contact).toMatchObject({ name: 'Zoé', signed_up_at: 1_600_000_000 })
  expect(contact.custom_attributes).toEqual({ [plan]: 'gold', seats: 3 })
  expect(contact.companies.total_count).toBe(1)
  const bad = await as(body).patch('/messenger/api/sessions/current', {
    user_data: { seats: 'many', [plan]: 'tin' },
  })
  expect(bad.status).toBe(200)
  const after = (await api.get(`/contacts/${body.contact.id}`)).body
  expect(after.custom_attributes).toEqual({ [plan]: 'tin', seats: 3 })
})

test('a page does not write an attribute that is not for the messenger', async () => {
  const name = `inner_${nextId()}`
  await api.post('/data_attributes', {
    name,
    model: 'contact',
    data_type: 'string',
    messenger_writable: false,
  })
  const { body } = await boot({ user_data: { user_id: nextId(), [name]: 'mine' } })
  expect((await api.get(`/contacts/${body.contact.id}`)).body.custom_attributes).toEqual({})
})

test('where identities have to be proven, a hash or a token of a live secret proves them and nothing else does', async () => {
  const workspace = await guichet.createWorkspace()
  const web = await secretOf(workspace, { supports_web: true })
  const second = await secretOf(workspace, { supports_web: true })
  const phones = await secretOf(workspace, { supports_ios: true })
  await enforce(workspace)
  const user_id = nextId()
  const hash = (secret: string) => createHmac('sha256', secret).update(user_id).digest('hex')
  const tries = async (user_data: object, platform = 'web') =>
    (await boot({ user_data: { user_id, ...user_data }, platform }, workspace)).status
  expect(await tries({})).toBe(403)
  expect(await tries({ user_hash: hash('guess') })).toBe(403)
  expect(await tries({ user_hash: hash(phones.secret) })).toBe(403)
  expect(await tries({ user_hash: hash(phones.secret) }, 'ios')).toBe(201)
  expect(await tries({ user_hash: hash(web.secret).toUpperCase() })).toBe(201)
  expect(await tries({ user_hash: hash(second.secret) })).toBe(201)
  await workspace.api.delete(`/secure_mode_secrets/${second.id}`)
  expect(await tries({ user_hash: hash(second.secret) })).toBe(403)
  expect((await boot({}, workspace)).status).toBe(201)
})

test('a token of a live secret says who somebody is, until it expires', async () => {
  const workspace = await guichet.createWorkspace()
  const { secret } = await secretOf(workspace, { supports_web: true })
  await enforce(workspace)
  const sign = (claims: Record<string, unknown>, key: string, seconds = 60) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(clock.now() + seconds)
      .sign(new TextEncoder().encode(key))
  const tries = async (intercom_user_jwt: string) => boot({ user_data: { intercom_user_jwt } }, workspace)
  const good = await tries(await sign({ user_id: 'u1', name: 'Signed', tier: 'gold' }, secret))
  expect(good.body.contact).toMatchObject({ user_id: 'u1', name: 'Signed' })
  const contact = await workspace.api.get(`/contacts/${good.body.contact.id}`)
  expect(contact.body.custom_attributes).toEqual({ tier: 'gold' })
  expect((await tries(await sign({ user_id: 'u1' }, 'guess'))).status).toBe(403)
  expect((await tries(await sign({ user_id: 'u1' }, secret, -1))).status).toBe(403)
  expect((await tries(await sign({ email: 'a@example.com' }, secret))).status).toBe(403)
  expect((await tries('not a token')).status).toBe(403)
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"user_id":"u1"}')}.`.replaceAll('=', '')
  expect((await tries(unsigned)).status).toBe(403)
})

test('a customer reads what the team wrote to them, and no note', async () => {
  const { me, conversation } = await begun()
  await say(conversation.id, 'note', 'He is grumpy')
  await say(conversation.id, 'comment', 'Hello!')
  const listed = (await me.get('/messenger/api/conversations')).body
  expect(listed).toMatchObject({
    unread_count: 1,
    data: [{ unread: true, last_part: { body: '<p class="no-margin">Hello!</p>' } }],
  })
  const { body } = await me.get(`/messenger/api/conversations/${conversation.id}`)
  expect(body.parts.map((part: { body: string }) => part.body).join()).not.toContain('grumpy')
  expect(body.parts.at(-1).author).toMatchObject({ kind: 'teammate', name: 'Ada Owner' })
  expect(JSON.stringify(body)).not.toContain('ada@example.com')
  expect((await me.post(`/messenger/api/conversations/${conversation.id}/read`)).body.unread).toBe(false)
  expect((await me.get('/messenger/api/conversations')).body.unread_count).toBe(0)
})

test('a customer answers by picking one of the answers offered, once', async () => {
  const { me, conversation } = await begun()
  const [yes, no] = ['3b0e5e46-8f4c-4c5b-9f0b-7a0b8a4a1f01', '3b0e5e46-8f4c-4c5b-9f0b-7a0b8a4a1f02']
  await api.post(`/conversations/${conversation.id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'quick_reply' },
    reply_options: [
      { text: 'Yes', uuid: yes },
      { text: 'No', uuid: no },
    ],
  })
  const path = `/messenger/api/conversations/${conversation.id}`
  expect((await me.get(path)).body.parts.at(-1).quick_replies).toHaveLength(2)
  const picked = await me.post(`${path}/replies`, { quick_reply: yes })
  expect(picked.body.parts.at(-1)).toMatchObject({
    author: { kind: 'contact' },
    body: '<p class="no-margin">Yes</p>',
  })
  expect(picked.body.parts.at(-2).quick_replies).toEqual([])
  expect((await me.post(`${path}/replies`, { quick_reply: yes })).status).toBe(400)
})

test('a customer rates a conversation that is over, and may think again', async () => {
  const { me, conversation } = await begun()
  const path = `/messenger/api/conversations/${conversation.id}/rating`
  expect((await me.put(path, { rating: 5 })).status).toBe(400)
  await say(conversation.id, 'comment', 'Done')
  await api.post(`/conversations/${conversation.id}/parts`, {
    message_type: 'close',
    type: 'admin',
    admin_id: ownerId,
  })
  expect((await me.put(path, { rating: 6 })).status).toBe(400)
  expect((await me.put(path, { rating: 4 })).body.rating).toEqual({ rating: 4, remark: null })
  expect((await me.put(path, { remark: 'Quick' })).body.rating).toEqual({ rating: 4, remark: 'Quick' })
  const { conversation_rating } = (await api.get(`/conversations/${conversation.id}`)).body
  expect(conversation_rating).toMatchObject({ rating: 4, remark: 'Quick' })
})

test('nobody reads or writes in the conversation of somebody else', async () => {
  const { conversation } = await begun()
  const other = as((await boot()).body)
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/replies'],
    ['POST', '/read'],
    ['PUT', '/rating'],
  ] as const) {
    const sent = method === 'GET' ? {} : { body: { body: 'x', rating: 1 } }
    const { status } = await other.send(
      method,
      `/messenger/api/conversations/${conversation.id}${path}`,
      sent,
    )
    expect(status).toBe(404)
  }
})

test('a token of a messenger opens nothing else, and no other token opens the messenger', async () => {
  const { body } = await boot()
  expect((await as(body).get('/contacts')).status).toBe(401)
  expect((await api.get('/messenger/api/conversations')).status).toBe(401)
  expect((await nobody.get('/messenger/api/conversations')).status).toBe(401)
})

test('a session ends when the page says so, and by itself after its time', async () => {
  const { body } = await boot({ user_data: { user_id: nextId(), session_duration: 60_000 } })
  clock.advance(59)
  expect((await as(body).get('/messenger/api/conversations')).status).toBe(200)
  clock.advance(1)
  expect((await as(body).get('/messenger/api/conversations')).status).toBe(401)
  const second = (await boot()).body
  expect((await as(second).delete('/messenger/api/sessions/current')).status).toBe(204)
  expect((await as(second).get('/messenger/api/conversations')).status).toBe(401)
})

test('a long list of conversations is read page by page', async () => {
  const me = as((await boot({ user_data: { user_id: nextId() } })).body)
  for (let at = 0; at < 25; at += 1) await me.post('/messenger/api/conversations', { body: `Number ${at}` })
  const first = (await me.get('/messenger/api/conversations')).body
  const second = (await me.get(`/messenger/api/conversations?before=${first.next}`)).body
  expect([first.data.length, second.data.length, second.next]).toEqual([20, 5, null])
  const ids = [...first.data, ...second.data].map(({ id }) => id)
  expect(new Set(ids).size).toBe(25)
  expect((await me.get('/messenger/api/conversations?before=x')).status).toBe(400)
})

test('a workspace that does not exist has no messenger', async () => {
  expect((await nobody.post('/messenger/api/sessions', { app_id: 'nowhere' })).status).toBe(404)
})

const boot = (request: object = {}, { id }: Pick<TestWorkspace, 'id'> = guichet) =>
  nobody.post('/messenger/api/sessions', { app_id: id, ...request })

/** A client with the session of a messenger. */
const as = ({ session }: { session: string }): Api => new Api(origin, session)

function nextId(): string {
  people += 1
  return `person${people}`
}

async function begun() {
  const { body } = await boot({ user_data: { user_id: nextId() } })
  const me = as(body)
  return { me, conversation: (await me.post('/messenger/api/conversations', { body: 'Hello' })).body }
}

const say = (id: string, message_type: string, body: string) =>
  api.post(`/conversations/${id}/reply`, { type: 'admin', admin_id: ownerId, message_type, body })

const secretOf = async (
  workspace: TestWorkspace,
  supports: object,
): Promise<{ id: string; secret: string }> =>
  (await workspace.api.post('/secure_mode_secrets', { name: `secret ${nextId()}`, ...supports })).body

const enforce = ({ id }: TestWorkspace) =>
  database.unguarded.transaction(tx =>
    tx.updateTable('workspaces').set({ identity_verification: true }).where('id', '=', id).execute(),
  )
