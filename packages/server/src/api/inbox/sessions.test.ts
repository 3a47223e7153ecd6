import { expect, test } from 'vitest'
import { startAnother } from '../../../test/support/another-server.ts'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { buildMember, enteredBy, PASSWORD, signedIn, signedInAs } from '../../../test/support/members.ts'
import { sendRaw } from '../../../test/support/raw.ts'
import { createAccount, linkAccount } from '../../domain/account/index.ts'

const guichet = await startGuichet()
const { origin, clock, database } = guichet
const nobody = Api.ofNobody(origin)

const DAY = 86_400

const topics = async () => (await happened(guichet)).map(({ topic }) => topic)

test('a teammate signs in with e-mail and password, is known by a cookie no script can see, and signs out', async () => {
  const { email, adminId } = await buildMember(guichet, 'agent', { password: PASSWORD })
  const entered = await nobody.post('/app/api/sessions', {
    email: ` ${email.toUpperCase()}`,
    password: PASSWORD,
  })
  expect(entered.body).toEqual({ type: 'signed_in', workspace_id: guichet.id })
  const cookie = entered.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^guichet_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
  const api = enteredBy(entered, origin)
  const { body: me } = await api.get('/app/api/me')
  expect(me).toMatchObject({
    ...{ role: 'agent', account: { email }, admin: { id: String(adminId), email } },
    workspaces: [{ id: guichet.id, role: 'agent', current: true }],
  })
  expect(me.permissions).toContain('write_conversations')
  expect(me.permissions).not.toContain('manage_teammates')
  const left = await api.delete('/app/api/sessions/current')
  expect([left.status, left.headers.get('set-cookie')]).toEqual([
    204,
    expect.stringMatching(/^guichet_session=; Max-Age=0;/),
  ])
  await expect.poll(async () => (await api.get('/app/api/me')).status).toBe(401)
  expect((await topics()).slice(-4)).toEqual([
    ...['admin.logged_in', 'admin.activity_log_event.created'],
    ...['admin.logged_out', 'admin.activity_log_event.created'],
  ])
})

test('behind https the cookie goes nowhere else', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  const { headers } = await nobody.post(
    '/app/api/sessions',
    { email, password: PASSWORD },
    { headers: { 'x-forwarded-proto': 'https' } },
  )
  expect(headers.get('set-cookie')).toContain('; Secure;')
})

test('a wrong password and an unknown address are refused alike', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  const withoutPassword = await buildMember(guichet, 'agent')
  for (const sent of [
    { email, password: 'something else entirely' },
    { email: 'nobody@example.com', password: PASSWORD },
    { email: withoutPassword.email, password: '' },
    { email: '', password: '' },
  ]) {
    const { status, body } = await nobody.post('/app/api/sessions', sent)
    expect([status, body.errors[0].code]).toEqual([401, 'credentials_invalid'])
  }
})

test('who belongs to no workspace any more has nowhere to go', async () => {
  await database.transaction(tx =>
    createAccount(tx, { email: 'lost@example.com', name: 'Lost', password: PASSWORD, now: clock.now() }),
  )
  const { status, body } = await nobody.post('/app/api/sessions', {
    ...{ email: 'lost@example.com', password: PASSWORD },
  })
  expect([status, body.errors[0].code]).toEqual([403, 'no_workspace'])
})

test('a session may call the public API as well, as far as its role goes', async () => {
  const [agent, light] = [await signedInAs(guichet, 'agent'), await signedInAs(guichet, 'light')]
  expect((await agent.post('/tags', { name: 'Signed in' })).status).toBe(200)
  expect((await light.get('/tags')).status).toBe(200)
  const { status, body } = await light.post('/tags', { name: 'Not mine' })
  expect([status, body.errors]).toEqual([
    403,
    [{ code: 'forbidden', message: 'Your role does not permit this (write_tags)' }],
  ])
  expect((await agent.at('2.7').get('/me')).headers.get('intercom-version')).toBe('2.7')
})

test('a token is nobody at our own pages', async () => {
  expect((await guichet.api.get('/app/api/me')).status).toBe(401)
})

test('what another site has a browser send is refused', async () => {
  const api = await signedInAs(guichet, 'owner')
  const cookie = `guichet_session=${api.token}`
  const post = (headers: Record<string, string>) =>
    sendRaw(origin, {
      method: 'POST',
      path: '/tags',
      headers: { cookie, ...headers },
      body: '{"name":"Forged"}',
    })
  const refused = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of refused) expect((await post(headers)).status, JSON.stringify(headers)).toBe(403)
  for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin', origin: 'http://elsewhere' }])
    expect((await post(headers)).status).toBe(200)
  const { status } = await nobody.post(
    '/app/api/sessions',
    { email: 'x@example.com', password: 'x' },
    { headers: { origin: 'https://evil.example' } },
  )
  expect(status).toBe(403)
})

test('sessions are listed with where they are, and one that is ended is dead on every server at once', async () => {
  const teammate = await buildMember(guichet, 'agent')
  const [here, there] = [await signedIn(guichet, teammate), await signedIn(guichet, teammate)]
  const second = await startAnother(clock)
  const elsewhere = Api.ofSession(second.origin, there.token)
  expect((await elsewhere.get('/app/api/me')).status).toBe(200)
  const { body } = await here.get('/app/api/sessions')
  expect(body.data).toMatchObject([
    { current: false, ip: '127.0.0.1', user_agent: 'a test', method: 'password', workspace_name: 'Test' },
    { current: true },
  ])
  const stranger = await signedInAs(guichet, 'owner')
  expect((await stranger.delete(`/app/api/sessions/${body.data[0].id}`)).status).toBe(404)
  expect((await here.delete(`/app/api/sessions/${body.data[0].id}`)).status).toBe(204)
  await expect
    .poll(async () => [(await elsewhere.get('/app/api/me')).status, (await there.get('/app/api/me')).status])
    .toEqual([401, 401])
  expect((await here.get('/app/api/me')).status).toBe(200)
})

test('a session lasts while it is used, and no longer than its limit', async () => {
  const teammate = await buildMember(guichet, 'agent')
  const [used, unused] = [await signedIn(guichet, teammate), await signedIn(guichet, teammate)]
  for (let days = 0; days < 84; days += 12) {
    expect((await used.get('/app/api/me')).status, `after ${days} days`).toBe(200)
    clock.advance(12 * DAY)
  }
  expect((await unused.get('/app/api/me')).status).toBe(401)
  expect((await used.get('/app/api/me')).body.session.expires_at - clock.now()).toBeLessThanOrEqual(6 * DAY)
  clock.advance(6 * DAY)
  expect((await used.get('/app/api/me')).status).toBe(401)
})

test('a changed password ends the sessions elsewhere, and only the right one changes it', async () => {
  const teammate = await buildMember(guichet, 'agent', { password: PASSWORD })
  const [here, there] = [await signedIn(guichet, teammate), await signedIn(guichet, teammate)]
  const change = async (current_password: string, password: string) => {
    const { status, body } = await here.put('/app/api/me/password', { current_password, password })
    return body?.errors[0].code ?? status
  }
  expect(await change('not it', 'another window')).toBe('password_wrong')
  expect(await change(PASSWORD, 'short')).toBe('password_weak')
  expect(await change(PASSWORD, 'another window')).toBe(204)
  await expect.poll(async () => (await there.get('/app/api/me')).status).toBe(401)
  expect((await here.get('/app/api/me')).status).toBe(200)
  const enter = (password: string) => nobody.post('/app/api/sessions', { email: teammate.email, password })
  expect([(await enter(PASSWORD)).status, (await enter('another window')).status]).toEqual([401, 200])
})

test('one account sees each of its workspaces, one at a time, and no other', async () => {
  const teammate = await buildMember(guichet, 'owner')
  const api = await signedIn(guichet, teammate)
  const [second, third] = [await guichet.createWorkspace(), await guichet.createWorkspace()]
  const { accountId } = teammate
  await database.transaction(tx =>
    linkAccount(tx, { accountId, workspaceId: second.id, adminId: second.ownerId, now: clock.now() }),
  )
  await second.api.post('/tags', { name: 'Of the second' })
  const names = async (by: Api) => (await by.get('/tags')).body.data.map((tag: { name: string }) => tag.name)
  expect(await names(api)).not.toContain('Of the second')
  clock.advance(1)
  const entered = await api.put('/app/api/sessions/current', { workspace_id: second.id })
  expect(entered.body).toMatchObject({ workspace: { id: second.id }, admin: { id: String(second.ownerId) } })
  const there = enteredBy(entered, origin)
  expect(await names(there)).toEqual(['Of the second'])
  expect((await there.put('/app/api/sessions/current', { workspace_id: third.id })).status).toBe(404)
  await expect.poll(async () => (await api.get('/app/api/me')).status).toBe(401)
  expect((await (await signedIn(guichet, teammate)).get('/app/api/me')).body.workspace.id).toBe(second.id)
})

test('the allow-list of addresses holds for sessions, and for signing in', async () => {
  const workspace = await guichet.createWorkspace()
  const teammate = await buildMember(guichet, 'owner', { workspace, password: PASSWORD })
  const api = await signedIn(guichet, teammate)
  const allow = { enabled: true, ip_allowlist: ['10.0.0.0/8'] }
  const put = await workspace.api.at('2.16').put('/ip_allowlist', allow, {
    headers: { 'x-forwarded-for': '10.1.2.3' },
  })
  expect(put.status).toBe(200)
  await expect.poll(async () => (await api.get('/app/api/me')).status).toBe(403)
  const inside = { headers: { 'x-forwarded-for': '10.1.2.3' } }
  expect((await api.get('/app/api/me', inside)).status).toBe(200)
  const sent = { email: teammate.email, password: PASSWORD }
  expect((await nobody.post('/app/api/sessions', sent)).status).toBe(403)
  expect((await nobody.post('/app/api/sessions', sent, inside)).status).toBe(200)
})
