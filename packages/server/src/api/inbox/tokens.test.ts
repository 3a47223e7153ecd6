import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { clock, createWorkspace, database, origin } = guichet

test('a token is made, told once, works, and is revoked at once', async () => {
  const workspace = await createWorkspace()
  const admin = await signedInAs(guichet, 'admin', workspace)
  const { body: made } = await admin.post('/app/api/tokens', { label: ' Sync ', scopes: ['read_tags'] })
  expect(made).toMatchObject({ label: 'Sync', scopes: ['read_tags'], expires_at: null, revoked_at: null })
  const caller = new Api(origin, made.token)
  expect((await caller.get('/tags')).status).toBe(200)
  expect((await caller.get('/admins')).status).toBe(403)
  const { body: list } = await admin.get('/app/api/tokens')
  expect(list.data[0]).toMatchObject({ id: made.id, app_name: 'Guichet' })
  expect(JSON.stringify(list)).not.toContain(made.token)
  const { body: revoked } = await admin.delete(`/app/api/tokens/${made.id}`)
  expect(revoked.revoked_at).toBe(clock.now())
  await expect.poll(async () => (await caller.get('/tags')).status).toBe(401)
  expect((await admin.delete(`/app/api/tokens/${made.id}`)).body).toEqual(revoked)
  const kept = await database.read
    .selectFrom('access_tokens')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .execute()
  expect(JSON.stringify(kept)).not.toContain(made.token)
})

test('a token of an app of its own is at its version, and may do no more than it', async () => {
  const workspace = await createWorkspace()
  const owner = await signedInAs(guichet, 'owner', workspace)
  const settings = { name: 'Shop', scopes: ['read_tags'], api_version: '2.9' }
  const { body: app } = await owner.post('/app/api/apps', settings)
  const make = (scopes: string[]) => owner.post('/app/api/tokens', { label: 'Shop', scopes, app_id: app.id })
  const { body: made } = await make(['read_tags'])
  expect(made).toMatchObject({ app_id: app.id, app_name: 'Shop' })
  const answer = await fetch(`${origin}/tags`, { headers: { authorization: `Bearer ${made.token}` } })
  expect([answer.status, answer.headers.get('intercom-version')]).toEqual([200, '2.9'])
  expect((await make(['write_tags'])).status).toBe(400)
})

test('a token expires when it was said to', async () => {
  const workspace = await createWorkspace()
  const owner = await signedInAs(guichet, 'owner', workspace)
  const body = { label: 'For an hour', scopes: ['all'], expires_at: clock.now() + 3600 }
  const { body: made } = await owner.post('/app/api/tokens', body)
  const caller = new Api(origin, made.token)
  expect((await caller.get('/tags')).status).toBe(200)
  clock.advance(3601)
  expect((await caller.get('/tags')).status).toBe(401)
})

test.each([
  [{ label: ' ', scopes: ['read_tags'] }, 'label'],
  [{ label: 'x'.repeat(300), scopes: ['read_tags'] }, 'label'],
  [{ label: 'x', scopes: [] }, 'scopes'],
  [{ label: 'x', scopes: ['rule_the_world'] }, 'scopes'],
  [{ label: 'x', scopes: ['manage_owners'] }, 'scopes'],
  [{ label: 'x', scopes: ['read_tags'], expires_at: 5 }, 'expires_at'],
])('a token cannot be %j', async (sent, field) => {
  const owner = await signedInAs(guichet, 'owner')
  const { status, body } = await owner.post('/app/api/tokens', sent)
  expect([status, body.errors[0].field]).toEqual([400, field])
})

test('nobody gives a token more than they hold: what only owners may do is in all', async () => {
  const sent = { label: 'All', scopes: ['all'] }
  expect((await (await signedInAs(guichet, 'admin')).post('/app/api/tokens', sent)).status).toBe(400)
  expect((await (await signedInAs(guichet, 'owner')).post('/app/api/tokens', sent)).status).toBe(201)
  const { api } = await createWorkspace({ scopes: ['read_tags', 'manage_apps'] })
  expect((await api.post('/app/api/tokens', { label: 'x', scopes: ['read_tags'] })).status).toBe(403)
})

test('agents manage no tokens, and nobody those of another workspace', async () => {
  const other = await createWorkspace()
  const owner = await signedInAs(guichet, 'owner')
  const { body: made } = await owner.post('/app/api/tokens', { label: 'Ours', scopes: ['read_tags'] })
  const stranger = await signedInAs(guichet, 'owner', other)
  expect((await stranger.delete(`/app/api/tokens/${made.id}`)).status).toBe(404)
  expect((await owner.delete('/app/api/tokens/none')).status).toBe(404)
  expect(JSON.stringify((await stranger.get('/app/api/tokens')).body)).not.toContain('Ours')
  const { body: app } = await owner.post('/app/api/apps', { name: 'Ours', scopes: [] })
  const stolen = { label: 'x', scopes: ['read_tags'], app_id: app.id }
  expect((await stranger.post('/app/api/tokens', stolen)).status).toBe(404)
  for (const role of ['agent', 'light'] as const) {
    const api = await signedInAs(guichet, role)
    expect((await api.get('/app/api/tokens')).status).toBe(403)
    expect((await api.post('/app/api/tokens', { label: 'x', scopes: ['read_tags'] })).status).toBe(403)
    expect((await api.delete(`/app/api/tokens/${made.id}`)).status).toBe(403)
  }
})
