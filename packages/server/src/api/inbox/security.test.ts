import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()

test('an owner sees who is signed in, and ends the session of somebody else, of this workspace alone', async () => {
  const workspace = await guichet.createWorkspace()
  const owner = await signedInAs(guichet, 'owner', workspace)
  const agent = await buildMember(guichet, 'agent', { workspace })
  const theirs = await signedIn(guichet, agent)
  const { data } = (await owner.get('/app/api/signed_in')).body
  expect(data).toHaveLength(2)
  const found = data.find(({ admin_id }: { admin_id: string }) => admin_id === String(agent.adminId))
  expect(found).toMatchObject({ name: agent.name, method: 'password', second_factor: true, current: false })
  const stranger = await signedInAs(guichet, 'owner', await guichet.createWorkspace())
  expect((await stranger.delete(`/app/api/signed_in/${found.id}`)).status).toBe(404)
  expect((await theirs.get('/app/api/me')).status).toBe(200)
  expect((await owner.delete(`/app/api/signed_in/${found.id}`)).status).toBe(204)
  await expect.poll(async () => (await theirs.get('/app/api/me')).status).toBe(401)
  expect((await owner.delete(`/app/api/signed_in/${found.id}`)).status).toBe(404)
})

test('identities are enforced by a switch: the messenger refuses those without proof from then on', async () => {
  const workspace = await guichet.createWorkspace()
  const admin = await signedInAs(guichet, 'admin', workspace)
  const boot = () =>
    Api.ofNobody(guichet.origin).post('/messenger/api/sessions', {
      ...{ app_id: workspace.id, user_data: { user_id: 'claimed', email: 'claimed@example.com' } },
    })
  expect((await admin.get('/app/api/identity_verification')).body.enforced).toBe(false)
  expect((await boot()).status).toBe(201)
  expect((await admin.put('/app/api/identity_verification', { enforced: true })).body.enforced).toBe(true)
  expect((await boot()).status).toBe(403)
  await admin.put('/app/api/identity_verification', { enforced: false })
  expect((await boot()).status).toBe(201)
})

test('the addresses that may call are set at our own pages too, and nobody shuts themselves out', async () => {
  const admin = await signedInAs(guichet, 'admin', await guichet.createWorkspace())
  const set = (body: object) => admin.put('/app/api/ip_allowlist', body)
  expect((await set({ enabled: true, ip_allowlist: ['10.0.0.0/8'] })).status).toBe(422)
  expect((await set({ ip_allowlist: ['not an address'] })).status).toBe(422)
  expect((await admin.get('/app/api/ip_allowlist')).body).toMatchObject({ enabled: false, ip_allowlist: [] })
  const list = { enabled: true, ip_allowlist: ['127.0.0.1', '2001:db8::/32'] }
  expect((await set(list)).body).toMatchObject(list)
})
