import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const admin = await buildMember(guichet, 'admin', { workspace })
  return { workspace, api: await signedIn(guichet, admin) }
}

test('brands are made and changed, the default one as any other, and shown by the API', async () => {
  const { workspace, api } = await furnish()
  const [center] = (await workspace.api.get('/help_center/help_centers')).body.data
  const made = await api.post('/app/api/brands', { name: ' Le Potager 🥕 ', help_center_id: center.id })
  expect([made.status, made.body]).toMatchObject([
    201,
    { name: 'Le Potager 🥕', is_default: false, help_center_id: center.id },
  ])
  await api.patch(`/app/api/brands/${workspace.id}`, { name: 'Garden' })
  const { data } = (await workspace.api.get('/brands')).body
  expect(data).toMatchObject([
    { id: workspace.id, name: 'Garden', is_default: true },
    { id: made.body.id, name: 'Le Potager 🥕' },
  ])
  expect((await api.delete(`/app/api/brands/${workspace.id}`)).status).toBe(400)
  expect((await api.delete(`/app/api/brands/${made.body.id}`)).status).toBe(204)
  expect((await workspace.api.get(`/brands/${made.body.id}`)).status).toBe(404)
})

test('a brand takes nothing that is somebody else’s', async () => {
  const { api } = await furnish()
  const stranger = await furnish()
  const [center] = (await stranger.workspace.api.get('/help_center/help_centers')).body.data
  const { body: theirs } = await stranger.api.post('/app/api/brands', { name: 'Theirs' })
  for (const brand of [
    { name: '' },
    { name: 'x'.repeat(256) },
    { name: 'Foreign', help_center_id: center.id },
  ])
    expect((await api.post('/app/api/brands', brand)).status).toBe(400)
  expect((await api.patch(`/app/api/brands/${theirs.id}`, { name: 'Mine' })).status).toBe(404)
  expect((await api.delete(`/app/api/brands/${theirs.id}`)).status).toBe(404)
})

test('the launcher is there for those whom it is shown to', async () => {
  const { workspace, api } = await furnish()
  const isThere = async (user_data: object) =>
    (await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', { app_id: workspace.id, user_data }))
      .body.settings.launcher_visible
  expect([await isThere({}), await isThere({ user_id: 'known' })]).toEqual([true, true])
  const set = (body: object) => api.patch('/app/api/messenger_settings', body)
  expect((await set({ shown_to: ['users', 'leads'] })).body.shown_to).toEqual(['users', 'leads'])
  expect([await isThere({}), await isThere({ user_id: 'known' })]).toEqual([false, true])
  await set({ launcher_visible: false })
  expect(await isThere({ user_id: 'known' })).toBe(false)
  expect((await set({ shown_to: ['users', 'users'] })).status).toBe(400)
  expect((await set({ shown_to: ['everybody'] })).status).toBe(400)
})
