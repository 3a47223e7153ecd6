import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const admin = await buildMember(guichet, 'admin', { workspace })
  const api = await signedIn(guichet, admin)
  const labels = async () =>
    (await workspace.api.get('/away_status_reasons')).body.data
      .filter(({ deleted }: { deleted: boolean }) => !deleted)
      .map(({ label }: { label: string }) => label)
  return { workspace, admin, api, labels }
}

const PATH = '/app/api/away_status_reasons'

test('reasons to be away are made, put in order, deleted and brought back', async () => {
  const { api, labels } = await furnish()
  const make = async (label: string, emoji?: string) => (await api.post(PATH, { label, emoji })).body
  const lunch = await make('Lunch', '🍜')
  const family = await make('Family', '👨‍👩‍👧‍👦')
  const away = await make('Away')
  expect([lunch.emoji, family.emoji, away.emoji]).toEqual(['🍜', '👨‍👩‍👧‍👦', ''])
  expect(await labels()).toEqual(['Lunch', 'Family', 'Away'])
  expect((await api.put(`${PATH}/order`, { ids: [away.id, lunch.id] })).status).toBe(204)
  expect(await labels()).toEqual(['Away', 'Lunch', 'Family'])
  expect((await api.patch(`${PATH}/${lunch.id}`, { deleted: true })).body.deleted).toBe(true)
  expect(await labels()).toEqual(['Away', 'Family'])
  await api.patch(`${PATH}/${lunch.id}`, { deleted: false, label: 'Long lunch' })
  expect(await labels()).toEqual(['Away', 'Long lunch', 'Family'])
})

test('what cannot be a reason is refused', async () => {
  const { api, labels } = await furnish()
  const { body: reason } = await api.post(PATH, { label: 'Fine' })
  for (const body of [{ label: ' ' }, { label: 'x'.repeat(101) }, { label: 'Two', emoji: '🍜🍜' }])
    expect((await api.post(PATH, body)).status).toBe(400)
  expect((await api.put(`${PATH}/order`, { ids: ['999999'] })).status).toBe(400)
  const stranger = await furnish()
  expect((await stranger.api.patch(`${PATH}/${reason.id}`, { label: 'Mine' })).status).toBe(404)
  expect((await stranger.api.put(`${PATH}/order`, { ids: [reason.id] })).status).toBe(400)
  expect(await labels()).toEqual(['Fine'])
})

test('where a reason is asked for, nobody goes away without one', async () => {
  const { workspace, api, admin } = await furnish()
  const away = () =>
    workspace.api.at('Preview').put(`/admins/${admin.adminId}/away`, {
      ...{ away_mode_enabled: true, away_mode_reassign: false },
    })
  expect((await api.get(`${PATH}/rules`)).body.mandatory).toBe(false)
  expect((await api.put(`${PATH}/rules`, { mandatory: true })).body.mandatory).toBe(true)
  expect((await away()).status).toBe(400)
  const own = (body: object) => api.put('/app/api/me/away', body)
  expect((await own({ away: true })).status).toBe(400)
  const { body: lunch } = await api.post(PATH, { label: 'Lunch' })
  expect((await own({ away: true, away_status_reason_id: lunch.id })).status).toBe(204)
  expect((await workspace.api.get(`/admins/${admin.adminId}`)).body.away_mode_enabled).toBe(true)
  expect((await own({ away: false })).status).toBe(204)
  await api.put(`${PATH}/rules`, { mandatory: false })
  expect((await away()).status).toBe(200)
})
