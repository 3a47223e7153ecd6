import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { buildTeam, buildTeammate } from '../../test/support/people.ts'

const guichet = await startGuichet()
const { api, database, clock, ownerId, botId } = guichet
const here = { database, workspace: guichet, now: clock.now() }
const grace = await buildTeammate(here, 'Grace')
const linus = await buildTeammate(here, 'Linus')

const textOf = ({ body }: { body: { errors: { message: string }[] } }) => body.errors[0]?.message

test('teams say their members, priorities since 2.8 and distribution since 2.14', async () => {
  const team = await buildTeam(here, 'Sales', {
    ...{ members: [grace.id, linus.id], distribution_method: 'load_balanced', assignment_limit: 10 },
  })
  const { body } = await api.get(`/teams/${team.id}`)
  const old = { type: 'team', id: String(team.id), name: 'Sales', admin_ids: [grace.id, linus.id] }
  const admin_priority_level = { primary_admin_ids: [grace.id, linus.id], secondary_admin_ids: [] }
  expect(body).toEqual({
    ...old,
    admin_priority_level,
    assignment_limit: 10,
    distribution_method: 'load_balanced',
  })
  expect((await api.at('2.13').get(`/teams/${team.id}`)).body).toEqual({ ...old, admin_priority_level })
  expect((await api.at('2.7').get(`/teams/${team.id}`)).body).toEqual(old)
  const { body: all } = await api.get('/teams')
  expect(all.type).toBe('team.list')
  expect(all.teams).toContainEqual(body)
})

test('a team nobody made is not found', async () => {
  for (const id of ['987654321', 'sales']) {
    const { status, body } = await api.get(`/teams/${id}`)
    expect([status, body.errors]).toEqual([404, [{ code: 'team_not_found', message: 'Team not found' }]])
  }
})

test('the members of a team are replaced, and those unnamed keep their priority', async () => {
  const team = await buildTeam(here, 'Support', { members: [grace.id] })
  const first = await api.put(`/teams/${team.id}`, {
    admin_ids: [grace.id, String(linus.id)],
    admin_priority_level: { secondary_admin_ids: [grace.id] },
  })
  expect(first.body.admin_ids).toEqual([grace.id, linus.id])
  expect(first.body.admin_priority_level).toEqual({
    primary_admin_ids: [linus.id],
    secondary_admin_ids: [grace.id],
  })
  const second = await api.put(`/teams/${team.id}`, { admin_ids: [grace.id, ownerId] })
  expect(second.body.admin_priority_level).toEqual({
    primary_admin_ids: [ownerId],
    secondary_admin_ids: [grace.id],
  })
  expect((await api.get(`/teams/${team.id}`)).body).toEqual(second.body)
  expect((await api.put(`/teams/${team.id}`, { admin_ids: [] })).body.admin_ids).toEqual([])
})

test('a team sent back as it was read changes nothing and is logged only when it does', async () => {
  const team = await buildTeam(here, 'Steady', { members: [grace.id] })
  const { body } = await api.get(`/teams/${team.id}`)
  expect((await api.put(`/teams/${team.id}`, body)).body).toEqual(body)
  await api.put(`/teams/${team.id}`, { admin_ids: [linus.id] })
  const { body: log } = await api.post('/admins/activity_logs/search', {
    ...{ created_at_after: clock.now() - 10, event_types: ['app_team_membership_modification'] },
  })
  const told = log.activity_logs.filter((each: { activity_description: string }) =>
    each.activity_description.includes('Steady'),
  )
  expect(told).toHaveLength(1)
})

test('what cannot be changed on a team is refused in its words', async () => {
  const team = await buildTeam(here, 'Fixed', { members: [grace.id] })
  const put = (body: object) => api.put(`/teams/${team.id}`, body)
  expect(textOf(await put({ admin_ids: ['abc'] }))).toBe('admin_ids must contain only numeric admin ids')
  expect(textOf(await put({ admin_ids: 'abc' }))).toBe('admin_ids must contain only numeric admin ids')
  expect(textOf(await put({ admin_ids: [], name: 'Other' }))).toBe(
    'Only admin_ids and admin_priority_level can be updated on a team, but the request changed name',
  )
  expect(
    textOf(await put({ admin_ids: [grace.id], admin_priority_level: { primary_admin_ids: [linus.id] } })),
  ).toBe(`admin_priority_level names ${linus.id}, which is on neither the team nor admin_ids`)
  const twice = { primary_admin_ids: [grace.id], secondary_admin_ids: [grace.id] }
  expect(textOf(await put({ admin_ids: [grace.id], admin_priority_level: twice }))).toBe(
    `admin_priority_level gives ${grace.id} more than one priority level`,
  )
  expect((await put({ admin_ids: [botId] })).status).toBe(400)
  expect((await put({ admin_ids: [2 ** 60] })).status).toBe(400)
  expect((await api.put('/teams/987654321', { admin_ids: [] })).status).toBe(404)
  expect((await api.at('2.16').put(`/teams/${team.id}`, { admin_ids: [] })).body.errors[0].code).toBe(
    'intercom_version_invalid',
  )
})
