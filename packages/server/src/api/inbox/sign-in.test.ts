import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { letterTo } from '../../../test/support/letters.ts'
import { buildMember, enteredBy, PASSWORD, signedIn } from '../../../test/support/members.ts'
import { offerSetup } from '../../domain/sign-in/index.ts'

const guichet = await startGuichet()
const { origin, clock, database } = guichet
const nobody = Api.ofNobody(origin)

const from = (ip: string) => ({ headers: { 'x-forwarded-for': ip } })
const tries = (email: string, password: string, ip = '203.0.113.1') =>
  nobody.post('/app/api/sessions', { email, password }, from(ip))

test('who guesses a password has to wait longer each time, and nobody else has to', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  for (let guess = 0; guess < 5; guess += 1) expect((await tries(email, `guess ${guess}`)).status).toBe(401)
  const slowed = await tries(email, 'guess 6')
  expect([slowed.status, slowed.body.errors[0].code]).toEqual([429, 'too_many_attempts'])
  expect(slowed.headers.get('retry-after')).toBe('5')
  expect((await tries(email, PASSWORD)).status).toBe(429)
  clock.advance(5)
  expect((await tries(email, 'guess 7')).status).toBe(401)
  expect((await tries(email, PASSWORD)).headers.get('retry-after')).toBe('10')
  expect((await tries(email, PASSWORD, '198.51.100.7')).status).toBe(200)
  clock.advance(10)
  expect((await tries(email, PASSWORD)).status).toBe(200)
})

test('many guesses at once count one by one', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  const guesses = Array.from({ length: 12 }, (_, at) => tries(email, `guess ${at}`, '203.0.113.2'))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter(status => status === 401)).toHaveLength(5)
  expect(statuses.filter(status => status === 429)).toHaveLength(7)
})

test('an account that is guessed at from everywhere stays open to where its owner was before', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  expect((await tries(email, PASSWORD, '192.0.2.1')).status).toBe(200)
  for (let at = 0; at < 50; at += 1)
    expect((await tries(email, 'guess', `198.51.100.${at}`)).status).toBe(401)
  expect((await tries(email, 'guess', '198.51.100.200')).status).toBe(429)
  expect((await tries(email, PASSWORD, '198.51.100.201')).status).toBe(429)
  expect((await tries(email, PASSWORD, '192.0.2.1')).status).toBe(200)
  clock.advance(900)
  expect((await tries(email, PASSWORD, '198.51.100.201')).status).toBe(200)
})

test('what was tried at an account stands in the activity log', async () => {
  const workspace = await guichet.createWorkspace()
  const { email } = await buildMember(guichet, 'agent', { workspace, password: PASSWORD })
  await tries(email, 'wrong', '203.0.113.9')
  clock.advance(1)
  await tries(email, PASSWORD, '203.0.113.9')
  const { body } = await workspace.api.get('/admins/activity_logs?created_at_after=0')
  expect(body.activity_logs).toMatchObject([
    { activity_type: 'admin_login_success', performed_by: { email, ip: '203.0.113.9' } },
    { activity_type: 'admin_login_failure', performed_by: { email, ip: '203.0.113.9' } },
  ])
})

/** Sets up a second factor, and gives what makes its codes. */
async function withTwoFactor(api: Api) {
  const { body: begun } = await api.post('/app/api/two_factor')
  const code = () => generate({ secret: begun.secret, epoch: clock.now() })
  const confirmed = await api.put('/app/api/two_factor', { code: await code() })
  return { begun, confirmed, code, codes: confirmed.body.recovery_codes ?? [] }
}

test('with a second factor a password is half of signing in, and each code counts once', async () => {
  const member = await buildMember(guichet, 'agent', { password: PASSWORD })
  const api = await signedIn(guichet, member)
  const { begun, code, codes } = await withTwoFactor(api)
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Guichet:.*secret=/)
  expect(begun.qr_svg).toMatch(/^<svg /)
  expect(codes).toHaveLength(10)
  const half = await tries(member.email, PASSWORD, '203.0.113.20')
  expect([half.body.type, half.headers.get('set-cookie')]).toEqual(['two_factor_required', null])
  const finish = (given: string, challenge = half.body.challenge) =>
    nobody.post('/app/api/sessions/two_factor', { challenge, code: given })
  const used = await finish(await code())
  expect([used.status, used.body.errors[0].code]).toEqual([401, 'code_invalid'])
  clock.advance(30)
  const entered = await finish(await code())
  expect((await enteredBy(entered, origin).get('/app/api/me')).body.account.two_factor_enabled).toBe(true)
  expect((await finish(await code())).status).toBe(404)
  const next = (await tries(member.email, PASSWORD, '203.0.113.20')).body.challenge
  expect((await finish(codes[0], next)).status).toBe(200)
  const another = (await tries(member.email, PASSWORD, '203.0.113.20')).body.challenge
  expect((await finish(codes[0], another)).status).toBe(401)
  expect((await api.get('/app/api/two_factor')).body).toMatchObject({ enabled: true, recovery_codes_left: 9 })
})

test('codes cannot be guessed: a challenge takes five, and an account few an hour', async () => {
  const member = await buildMember(guichet, 'agent', { password: PASSWORD })
  const { code } = await withTwoFactor(await signedIn(guichet, member))
  clock.advance(60)
  const { challenge } = (await tries(member.email, PASSWORD, '203.0.113.30')).body
  const give = (given: string) => nobody.post('/app/api/sessions/two_factor', { challenge, code: given })
  for (let guess = 0; guess < 5; guess += 1) expect((await give(`00000${guess}`)).status).toBe(401)
  expect((await give(await code())).status).toBe(404)
  const other = (await tries(member.email, PASSWORD, '203.0.113.30')).body.challenge
  const statuses = []
  for (let guess = 0; guess < 6; guess += 1)
    statuses.push((await nobody.post('/app/api/sessions/two_factor', { challenge: other, code: '1' })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429])
})

test('a workspace that asks for a second factor lets nobody past setting it up', async () => {
  const workspace = await guichet.createWorkspace()
  const owner = await signedIn(guichet, await buildMember(guichet, 'owner', { workspace }))
  await owner.put('/app/api/sign_in_settings', { two_factor_required: true })
  const member = await buildMember(guichet, 'agent', { workspace, password: PASSWORD })
  const api = enteredBy(await tries(member.email, PASSWORD, '203.0.113.40'), origin)
  const refused = await api.get('/tags')
  expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'two_factor_setup_required'])
  expect((await api.get('/app/api/me')).body.two_factor_setup_required).toBe(true)
  const { code } = await withTwoFactor(api)
  await expect.poll(async () => (await api.get('/tags')).status).toBe(200)
  clock.advance(30)
  expect((await api.delete('/app/api/two_factor', { code: await code() })).status).toBe(409)
})

test('a forgotten password is replaced by a mailed link, once, and every session ends', async () => {
  const workspace = await guichet.createWorkspace()
  const member = await buildMember(guichet, 'agent', { workspace, password: PASSWORD })
  const session = await signedIn(guichet, member)
  const ask = (email: string) => nobody.post('/app/api/password_resets', { email })
  expect([(await ask(member.email)).status, (await ask('nobody@example.com')).status]).toEqual([202, 202])
  const { token, text } = (await letterTo(guichet, workspace, member.email)) ?? { token: '', text: '' }
  expect(text).toContain(`${origin}/app/password_reset?token=`)
  expect((await nobody.get(`/app/api/password_resets/${token}`)).body.email).toBe(member.email)
  const set = (password: string, with_ = token) =>
    nobody.put(`/app/api/password_resets/${with_}`, { password })
  expect((await set('short')).status).toBe(422)
  const entered = await set('a brand new window')
  expect((await enteredBy(entered, origin).get('/app/api/me')).body.account.email).toBe(member.email)
  await expect.poll(async () => (await session.get('/app/api/me')).status).toBe(401)
  expect((await set('and another window')).status).toBe(404)
  expect((await tries(member.email, 'a brand new window', '203.0.113.50')).status).toBe(200)
  await ask(member.email)
  const late = (await letterTo(guichet, workspace, member.email))?.token
  clock.advance(3600)
  expect((await set('too late a window', late)).status).toBe(404)
})

test('the first link of a server makes its owner, once', async () => {
  const workspace = await guichet.createWorkspace()
  const token = await database.transaction(tx => offerSetup(tx, workspace.id, clock.now()))
  expect((await nobody.get(`/app/api/setup/${token}`)).body).toMatchObject({ email: 'ada@example.com' })
  const request = { name: 'Grace', email: `grace@${workspace.id}.example`, password: PASSWORD }
  const entered = await nobody.post(`/app/api/setup/${token}`, { ...request, workspace_name: 'Harbour' })
  expect((await enteredBy(entered, origin).get('/app/api/me')).body).toMatchObject({
    ...{ role: 'owner', account: { name: 'Grace' }, workspace: { name: 'Harbour' } },
    admin: { id: String(workspace.ownerId), email: request.email },
  })
  expect((await nobody.post(`/app/api/setup/${token}`, request)).status).toBe(404)
})
