import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { buildAwayReason, buildTeam, buildTeammate } from '../../test/support/people.ts'
import { issueToken } from '../domain/token/index.ts'

const guichet = await startGuichet()
const { api, database, clock, id, ownerId, botId, createWorkspace } = guichet
const here = { database, workspace: guichet, now: clock.now() }

test('a token tells whom it acts as, and in which workspace', async () => {
  const { body } = await api.get('/me')
  expect(body).toEqual({
    type: 'admin',
    id: String(ownerId),
    email: 'ada@example.com',
    name: 'Ada Owner',
    email_verified: true,
    role: { type: 'role', id: expect.any(String), name: 'Owner' },
    app: {
      ...{ type: 'app', id_code: id, name: 'Test', region: 'EU', timezone: 'UTC' },
      ...{ created_at: clock.now(), secure: true, identity_verification: false },
    },
    avatar: { type: 'avatar', image_url: null },
    has_inbox_seat: true,
  })
})

test('teammates are listed without the bot, and with avatars when asked for', async () => {
  const { id: graceId } = await buildTeammate(here, 'Grace Hopper', {
    avatar_url: 'https://example.com/grace.png',
  })
  const { body } = await api.get('/admins')
  expect(body.type).toBe('admin.list')
  expect(body.admins.map((admin: { id: string }) => admin.id)).toEqual([String(ownerId), String(graceId)])
  expect(body.admins[1]).not.toHaveProperty('avatar')
  const { body: pictured } = await api.get('/admins?display_avatar=true')
  expect(pictured.admins[1].avatar).toBe('https://example.com/grace.png')
  expect((await api.get(`/admins/${botId}`)).status).toBe(404)
})

test('a teammate says their teams, with the priority since 2.8', async () => {
  const admin = await buildTeammate(here, 'Team Player')
  const team = await buildTeam(here, 'Billing', { members: [admin.id] })
  const { body } = await api.get(`/admins/${admin.id}`)
  expect(body.team_ids).toEqual([team.id])
  expect(body.team_priority_level).toEqual({ primary_team_ids: [team.id], secondary_team_ids: [] })
  expect((await api.at('2.7').get(`/admins/${admin.id}`)).body).toEqual({
    ...{ type: 'admin', id: String(admin.id), name: 'Team Player', email: 'team.player@example.com' },
    ...{ away_mode_enabled: false, away_mode_reassign: false, has_inbox_seat: true, team_ids: [team.id] },
  })
})

test('a teammate with a role shows it from 2.16 on', async () => {
  const admin = await buildTeammate(here, 'Role Holder')
  const now = clock.now()
  const role = await database.transaction(async tx => {
    const made = await tx
      .insertInto('roles')
      .values({ workspace_id: id, name: 'Support Agent', created_at: now, updated_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('admins')
      .set({ role_id: made.id })
      .where('workspace_id', '=', id)
      .where('id', '=', admin.id)
      .execute()
    return made
  })
  const { body } = await api.at('2.16').get(`/admins/${admin.id}`)
  expect(body.role).toEqual({ type: 'role', id: String(role.id), name: 'Support Agent' })
  expect((await api.at('2.15').get(`/admins/${admin.id}`)).body).not.toHaveProperty('role')
})

test('an admin nobody knows is not found', async () => {
  const other = await createWorkspace()
  for (const unknown of ['999999999', 'nobody', String(other.ownerId)]) {
    const { status, body } = await api.get(`/admins/${unknown}`)
    expect([status, body.errors]).toEqual([404, [{ code: 'admin_not_found', message: 'Admin not found' }]])
  }
})

test('a teammate goes away with a reason and comes back', async () => {
  const reason = await buildAwayReason(here, 'On a break', { emoji: '☕' })
  const admin = await buildTeammate(here, 'Absent Person')
  const away = { away_mode_enabled: true, away_mode_reassign: true, away_status_reason_id: reason.id }
  const { body } = await api.put(`/admins/${admin.id}/away`, away)
  expect(body).toMatchObject({ ...away, id: String(admin.id), away_status_reason_id: String(reason.id) })
  expect((await api.get(`/admins/${admin.id}`)).body).toEqual(body)
  const { body: back } = await api.put(`/admins/${admin.id}/away`, {
    away_mode_enabled: false,
    away_mode_reassign: false,
  })
  expect(back).toMatchObject({ away_mode_enabled: false, away_status_reason_id: null })
  expect((await api.at('2.13').get(`/admins/${admin.id}`)).body).not.toHaveProperty('away_status_reason_id')
})

test('going away is announced and logged once', async () => {
  const { api: theirs, ...workspace } = await createWorkspace()
  const path = `/admins/${workspace.ownerId}/away`
  await theirs.put(path, { away_mode_enabled: true, away_mode_reassign: false })
  await theirs.put(path, { away_mode_enabled: true, away_mode_reassign: false })
  const log = await happened({ database, id: workspace.id })
  expect(log.map(row => row.topic)).toEqual(['admin.away_mode_updated', 'admin.activity_log_event.created'])
  expect(log[0]).toMatchObject({
    object: { id: String(workspace.ownerId) },
    payload: { away_status_reason: null },
  })
  const { body } = await theirs.get(`/admins/activity_logs?created_at_after=${clock.now() - 10}`)
  expect(body.activity_logs).toHaveLength(1)
  expect(body.activity_logs[0]).toMatchObject({
    activity_type: 'admin_away_mode_change',
    metadata: { away_mode: true, reassign_conversations: false, update_by: workspace.ownerId },
  })
})

test('a deleted or unknown reason, or nobody, cannot be away', async () => {
  const gone = await buildAwayReason(here, 'Gone', { deleted: true })
  const away = { away_mode_enabled: true, away_mode_reassign: false }
  const deleted = await api.put(`/admins/${ownerId}/away`, { ...away, away_status_reason_id: gone.id })
  expect([deleted.status, deleted.body.errors]).toEqual([
    400,
    [{ code: 'parameter_invalid', message: 'Away status reason is deleted' }],
  ])
  expect((await api.put(`/admins/${ownerId}/away`, { ...away, away_status_reason_id: 'x' })).status).toBe(400)
  const nobody = await api.put('/admins/123456789/away', away)
  expect([nobody.status, nobody.body.errors]).toEqual([
    404,
    [{ code: 'admin_not_found', message: 'Admin for admin_id not found' }],
  ])
  expect((await api.put(`/admins/${ownerId}/away`, { away_mode_enabled: true })).status).toBe(400)
})

test('a workspace may insist on a reason, from the version on that can give one', async () => {
  const strict = await createWorkspace()
  await database.unguarded.transaction(tx =>
    tx
      .updateTable('workspaces')
      .set({ settings: JSON.stringify({ away_status_reason_mandatory: true }) })
      .where('id', '=', strict.id)
      .execute(),
  )
  const away = { away_mode_enabled: true, away_mode_reassign: false }
  const refused = await strict.api.put(`/admins/${strict.ownerId}/away`, away)
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [{ code: 'away_status_reason_mandatory', message: 'Away status reason is mandatory' }],
  ])
  expect((await strict.api.at('2.13').put(`/admins/${strict.ownerId}/away`, away)).status).toBe(200)
})

test('reasons to be away are listed in their order, deleted ones too', async () => {
  const { api: theirs, ...workspace } = await createWorkspace()
  const there = { ...here, workspace }
  await buildAwayReason(there, 'Lunch', { order: 2 })
  await buildAwayReason(there, 'Break', { emoji: '☕', order: 1, deleted: true })
  const { body } = await theirs.get('/away_status_reasons')
  expect(body.data).toMatchObject([
    { label: 'Break', emoji: '☕', order: 1, deleted: true },
    { label: 'Lunch', emoji: '', order: 2, deleted: false },
  ])
  const tooOld = await theirs.at('2.13').get('/away_status_reasons')
  expect(tooOld.body.errors[0].code).toBe('intercom_version_invalid')
})

test('a token of a teammate who was removed lets nobody in', async () => {
  const { id: adminId } = await buildTeammate(here, 'Former Colleague')
  const request = { workspaceId: id, appId: guichet.appId, adminId, label: 'theirs', scopes: ['all'] }
  const { token } = await database.transaction(tx => issueToken(tx, { ...request, now: clock.now() }))
  await database.transaction(tx =>
    tx
      .updateTable('admins')
      .set({ removed_at: clock.now() })
      .where('workspace_id', '=', id)
      .where('id', '=', adminId)
      .execute(),
  )
  expect((await new Api(guichet.origin, token).get('/me')).status).toBe(401)
})
