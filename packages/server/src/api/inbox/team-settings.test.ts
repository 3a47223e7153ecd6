import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const admin = await buildMember(guichet, 'admin', { workspace })
  return { workspace, admin, api: await signedIn(guichet, admin) }
}

const HOURS = { name: 'Nights', time_zone_name: 'Europe/Paris', time_intervals: [] }

test('a team is made, set up, and shown by the API as it was set', async () => {
  const { workspace, admin, api } = await furnish()
  const schedule = (await api.post('/office_hours_schedules', HOURS)).body
  const made = await api.post('/app/api/teams', { name: ' Night 🌙 ', admin_ids: [admin.adminId] })
  expect([made.status, made.body]).toMatchObject([
    201,
    {
      ...{ name: 'Night 🌙', admin_ids: [String(admin.adminId)], distribution_method: 'manual_assignment' },
      ...{ assignment_limit: null, office_hours_schedule_id: null, open_count: 0 },
    },
  ])
  const change = {
    ...{ name: 'Night', distribution_method: 'load_balanced', assignment_limit: 5 },
    office_hours_schedule_id: schedule.id,
  }
  expect((await api.patch(`/app/api/teams/${made.body.id}`, change)).body).toMatchObject(change)
  expect((await workspace.api.get(`/teams/${made.body.id}`)).body).toMatchObject({
    ...{ name: 'Night', distribution_method: 'load_balanced', assignment_limit: 5 },
  })
  await api.delete(`/office_hours_schedules/${schedule.id}`)
  expect((await api.get('/app/api/teams')).body.data[0].office_hours_schedule_id).toBeNull()
})

test('what a team cannot be is refused, and changes nothing', async () => {
  const { api } = await furnish()
  const { body: team } = await api.post('/app/api/teams', { name: 'Orders' })
  const stranger = await furnish()
  const foreign = (await stranger.api.post('/office_hours_schedules', HOURS)).body
  for (const name of ['', '  ', 'orders', 'x'.repeat(256)])
    expect((await api.post('/app/api/teams', { name })).status, name).toBe(400)
  expect(
    (await api.post('/app/api/teams', { name: 'Ghosts', admin_ids: [stranger.admin.adminId] })).status,
  ).toBe(400)
  for (const change of [
    { assignment_limit: 0 },
    { assignment_limit: 10_001 },
    { distribution_method: 'by_chance' },
    { office_hours_schedule_id: foreign.id },
    { name: 'Renamed', office_hours_schedule_id: '999999' },
  ])
    expect((await api.patch(`/app/api/teams/${team.id}`, change)).status).toBe(400)
  expect((await api.get('/app/api/teams')).body.data).toMatchObject([{ name: 'Orders' }])
  expect((await stranger.api.patch(`/app/api/teams/${team.id}`, { name: 'Mine' })).status).toBe(404)
  expect((await stranger.api.delete(`/app/api/teams/${team.id}`)).status).toBe(404)
})

test('what is open with a team that is deleted is with no team, and that is told', async () => {
  const { workspace, api } = await furnish()
  const { body: team } = await api.post('/app/api/teams', { name: 'Leaving' })
  const { body: user } = await workspace.api.post('/contacts', { email: 'someone@example.com' })
  const { body: started } = await workspace.api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Hello' },
  })
  const path = `/conversations/${started.conversation_id}`
  await workspace.api.post(`${path}/parts`, {
    ...{ message_type: 'assignment', type: 'team', admin_id: workspace.ownerId, assignee_id: team.id },
  })
  expect((await api.get('/app/api/teams')).body.data[0].open_count).toBe(1)
  const { length: before } = await happened({ ...guichet, id: workspace.id })
  expect((await api.delete(`/app/api/teams/${team.id}`)).status).toBe(204)
  const { body: after } = await workspace.api.get(path)
  expect([after.team_assignee_id, after.open]).toEqual([0, true])
  const since = (await happened({ ...guichet, id: workspace.id })).slice(before)
  expect(since.map(({ topic }) => topic)).toContain('conversation.admin.assigned')
  expect((await api.get('/app/api/teams')).body.data).toEqual([])
})
