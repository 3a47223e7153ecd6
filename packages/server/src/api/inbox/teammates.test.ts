import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { letterTo } from '../../../test/support/letters.ts'
import { buildMember, enteredBy, PASSWORD, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { origin, clock } = guichet
const nobody = Api.ofNobody(origin)

/** A workspace with an owner who is signed in. */
async function furnish() {
  const workspace = await guichet.createWorkspace()
  const owner = await buildMember(guichet, 'owner', { workspace })
  return { workspace, owner, api: await signedIn(guichet, owner) }
}

test('somebody who is invited joins by the mailed link, in the role they were given', async () => {
  const { workspace, api } = await furnish()
  const email = `new@${workspace.id}.example`
  const invited = await api.post('/app/api/invitations', { email, role: 'agent' })
  expect(invited.body).toMatchObject({ email, role: 'agent', has_inbox_seat: true })
  const token = (await letterTo(guichet, workspace, email))?.token
  expect((await nobody.get(`/app/api/invitations/${token}`)).body).toMatchObject({
    ...{ email, role: 'agent', workspace_name: 'Test', has_account: false, sso_url: null },
  })
  const accept = () =>
    nobody.post(`/app/api/invitations/${token}/accept`, { name: 'Newcomer', password: PASSWORD })
  const { body: me } = await enteredBy(await accept(), origin).get('/app/api/me')
  expect(me).toMatchObject({ role: 'agent', account: { email, name: 'Newcomer' } })
  expect((await accept()).status).toBe(404)
  expect((await api.get('/app/api/invitations')).body.data).toEqual([])
  const { data } = (await api.get('/app/api/teammates')).body
  expect(data.at(-1)).toMatchObject({
    ...{ email, role: 'agent', has_account: true, two_factor_enabled: false, last_active_at: clock.now() },
  })
  const topics = (await happened({ ...guichet, id: workspace.id })).map(({ topic }) => topic)
  expect(topics).toContain('admin.added_to_workspace')
  expect((await api.post('/app/api/invitations', { email, role: 'agent' })).status).toBe(409)
})

test('who has an account already joins with its password, and then sees both workspaces', async () => {
  const { workspace, api } = await furnish()
  const elsewhere = await buildMember(guichet, 'agent', { password: PASSWORD })
  await api.post('/app/api/invitations', { email: elsewhere.email, role: 'admin' })
  const token = (await letterTo(guichet, workspace, elsewhere.email))?.token
  const accept = (password: string) => nobody.post(`/app/api/invitations/${token}/accept`, { password })
  expect((await accept('not their password')).status).toBe(401)
  const { body: me } = await enteredBy(await accept(PASSWORD), origin).get('/app/api/me')
  expect(me.workspace.id).toBe(workspace.id)
  expect(me.workspaces.map(({ role }: { role: string }) => role).toSorted()).toEqual(['admin', 'agent'])
})

test('an invitation ends when it is withdrawn, replaced or old', async () => {
  const { workspace, api } = await furnish()
  const email = `late@${workspace.id}.example`
  const invite = async () => {
    const { body } = await api.post('/app/api/invitations', { email, role: 'light' })
    return { id: body.id, token: (await letterTo(guichet, workspace, email))?.token }
  }
  const isGood = async (token: string | undefined) =>
    (await nobody.get(`/app/api/invitations/${token}`)).status === 200
  const first = await invite()
  const second = await invite()
  expect([await isGood(first.token), await isGood(second.token)]).toEqual([false, true])
  expect((await api.delete(`/app/api/invitations/${second.id}`)).status).toBe(204)
  expect(await isGood(second.token)).toBe(false)
  const third = await invite()
  clock.advance(7 * 86_400)
  expect(await isGood(third.token)).toBe(false)
})

test('a changed role holds at once, and only owners make owners', async () => {
  const { workspace, owner, api } = await furnish()
  const admin = await buildMember(guichet, 'admin', { workspace })
  const agent = await buildMember(guichet, 'agent', { workspace })
  const [asAdmin, asAgent] = [await signedIn(guichet, admin), await signedIn(guichet, agent)]
  const update = (by: Api, id: number, body: object) => by.patch(`/app/api/teammates/${id}`, body)
  expect((await update(asAgent, agent.adminId, { role: 'admin' })).status).toBe(403)
  expect((await update(asAdmin, admin.adminId, { role: 'owner' })).status).toBe(403)
  expect((await update(asAdmin, owner.adminId, { role: 'light' })).status).toBe(403)
  expect((await asAdmin.post('/app/api/invitations', { email: 'x@y.example', role: 'owner' })).status).toBe(
    403,
  )
  expect((await asAgent.post('/tags', { name: 'While agent' })).status).toBe(200)
  expect((await update(asAdmin, agent.adminId, { role: 'light', has_inbox_seat: false })).body).toMatchObject(
    {
      ...{ role: 'light', has_inbox_seat: false },
    },
  )
  await expect.poll(async () => (await asAgent.post('/tags', { name: 'While light' })).status).toBe(403)
  expect((await update(api, agent.adminId, { role: 'owner' })).body.role).toBe('owner')
})

test('the last owner stays', async () => {
  const { workspace, owner, api } = await furnish()
  const demoted = () => api.patch(`/app/api/teammates/${owner.adminId}`, { role: 'admin' })
  expect((await api.patch(`/app/api/teammates/${workspace.ownerId}`, { role: 'agent' })).status).toBe(200)
  const refused = await demoted()
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'last_owner'])
  expect((await api.delete(`/app/api/teammates/${owner.adminId}`, {})).status).toBe(409)
})

test('who is removed is out at once, and somebody else has their conversations', async () => {
  const { workspace, api, owner } = await furnish()
  const leaving = await buildMember(guichet, 'agent', { workspace })
  const session = await signedIn(guichet, leaving)
  const { body: user } = await workspace.api.post('/contacts', { email: 'someone@example.com' })
  const { body: started } = await workspace.api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Hello' },
  })
  const path = `/conversations/${started.conversation_id}`
  await workspace.api.post(`${path}/parts`, {
    ...{ message_type: 'assignment', type: 'admin', admin_id: leaving.adminId, assignee_id: leaving.adminId },
  })
  const remove = (reassign_to: string) => api.delete(`/app/api/teammates/${leaving.adminId}`, { reassign_to })
  expect((await remove('999999')).status).toBe(422)
  expect((await workspace.api.get(path)).body.admin_assignee_id).toBe(leaving.adminId)
  expect((await remove(String(owner.adminId))).status).toBe(204)
  expect((await workspace.api.get(path)).body.admin_assignee_id).toBe(owner.adminId)
  await expect.poll(async () => (await session.get('/app/api/me')).status).toBe(401)
  expect((await workspace.api.get(`/admins/${leaving.adminId}`)).status).toBe(404)
  const topics = (await happened({ ...guichet, id: workspace.id })).map(({ topic }) => topic)
  expect(topics).toContain('admin.removed_from_workspace')
  const stranger = await furnish()
  expect((await stranger.api.delete(`/app/api/teammates/${owner.adminId}`, {})).status).toBe(404)
})
