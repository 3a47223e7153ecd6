import { expect, test } from 'vitest'
import { buildContact } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainEvents, happened } from '../../test/support/happened.ts'
import { buildMember, signedIn } from '../../test/support/members.ts'
import { makeDatabase } from '../../test/support/own-database.ts'
import { distributeDue } from '../domain/distribution/index.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { clock, database } = guichet

interface Setting {
  distribution_method: 'round_robin' | 'load_balanced'
  assignment_limit?: number
  office_hours_only?: boolean
}

/** A workspace with a team of some that distributes. */
async function furnish(size: number, setting: Setting) {
  const workspace = await guichet.createWorkspace()
  const { api, ownerId } = workspace
  const admin = await signedIn(guichet, await buildMember(guichet, 'admin', { workspace }))
  const members: number[] = []
  while (members.length < size) members.push((await buildMember(guichet, 'agent', { workspace })).adminId)
  const team = (await admin.post('/app/api/teams', { name: 'Support', admin_ids: members, ...setting })).body
  const contact = await buildContact({ ...guichet, ...workspace })
  const act = (id: string, body: object) =>
    api.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: ownerId, ...body })
  const start = async (): Promise<string> => {
    const from = { type: 'user', id: contact.id }
    return (await api.post('/conversations', { from, body: 'Hello' })).body.conversation_id
  }
  const toTeam = (id: string) =>
    act(id, { message_type: 'assignment', type: 'team', assignee_id: String(team.id) })
  return {
    ...{ workspace, api, admin, members, team, act, start },
    /** Begins a conversation that is with the team. */
    async waiting() {
      const id = await start()
      await toTeam(id)
      return id
    },
    toTeam,
    find: async (id: string) => (await api.at('Preview').get(`/conversations/${id}`)).body,
    holder: async (id: string): Promise<number> =>
      (await api.get(`/conversations/${id}`)).body.admin_assignee_id,
    away: (adminId: number | undefined, enabled: boolean, reassign = false) =>
      api.put(`/admins/${adminId}/away`, { away_mode_enabled: enabled, away_mode_reassign: reassign }),
  }
}

/** As the process that leads does. */
async function distribute(): Promise<void> {
  while ((await drainEvents(guichet)) > 0) await distributeDue(database, clock.now())
}

test('a team gives to each of its own in turn, says so in a part of the Operator, and tells it', async () => {
  const { workspace, members, team, waiting, find, holder, api } = await furnish(3, {
    distribution_method: 'round_robin',
  })
  const ids = [await waiting(), await waiting(), await waiting(), await waiting()]
  expect(await holder(ids[0] ?? '')).toBe(0)
  await distribute()
  const holders = await Promise.all(ids.map(holder))
  expect(holders).toEqual([...members, members[0]])
  const { conversation_parts } = await find(ids[0] ?? '')
  expect(conversation_parts.conversation_parts.at(-1)).toMatchObject({
    ...{ part_type: 'default_assignment', author: { type: 'bot' } },
    assigned_to: { type: 'admin', id: String(members[0]) },
    event_details: {
      distribution_method: 'round_robin',
      distribution_team: { id: String(team.id), name: 'Support' },
    },
  })
  const older = (await api.at('2.16').get(`/conversations/${ids[0]}`)).body
  expect(older.conversation_parts.conversation_parts.at(-1).event_details).toBeNull()
  const told = await happened({ ...guichet, id: workspace.id })
  expect(told.filter(({ topic }) => topic === 'conversation.admin.assigned')).toHaveLength(8)
})

test('the most urgent and then the longest waiting is first when somebody has room again', async () => {
  const { members, waiting, find, act, api, holder } = await furnish(1, {
    ...{ distribution_method: 'load_balanced', assignment_limit: 1 },
  })
  const first = await waiting()
  clock.advance(10)
  const second = await waiting()
  clock.advance(10)
  const third = await waiting()
  await distribute()
  expect(await Promise.all([first, second, third].map(holder))).toEqual([members[0], 0, 0])
  expect((await find(first)).conversation_parts.conversation_parts.at(-1).part_type).toBe(
    'balanced_assignment',
  )
  await api.at('Preview').put(`/conversations/${third}`, { priority: 'high' })
  await act(first, { message_type: 'snoozed', snoozed_until: clock.now() + 86_400 })
  await distribute()
  expect(await Promise.all([second, third].map(holder))).toEqual([0, members[0]])
  await act(third, { message_type: 'close' })
  await distribute()
  expect(await holder(second)).toBe(members[0])
})

test('who is away gets nothing, and what they pass on goes to others till they are back', async () => {
  const { members, waiting, find, holder, away } = await furnish(2, { distribution_method: 'round_robin' })
  const [one, other] = members
  await away(one, true)
  const first = await waiting()
  const second = await waiting()
  await distribute()
  expect(await Promise.all([first, second].map(holder))).toEqual([other, other])
  await away(one, false)
  await away(other, true, true)
  await distribute()
  expect(await Promise.all([first, second].map(holder))).toEqual([one, one])
  const { conversation_parts } = await find(first)
  const types = conversation_parts.conversation_parts.map((part: { part_type: string }) => part.part_type)
  expect(types.slice(-2)).toEqual(['away_mode_assignment', 'default_assignment'])
})

test('who is away passes on what is open by themselves, and stays away for the same reason', async () => {
  const { workspace, admin, waiting, holder, api } = await furnish(1, { distribution_method: 'round_robin' })
  const member = await buildMember(guichet, 'agent', { workspace })
  const session = await signedIn(guichet, member)
  const [team] = (await admin.get('/app/api/teams')).body.data
  await admin.put(`/teams/${team.id}`, { admin_ids: [member.adminId] })
  const id = await waiting()
  await distribute()
  expect(await holder(id)).toBe(member.adminId)
  const owner = await signedIn(guichet, await buildMember(guichet, 'owner', { workspace }))
  const reason = (await owner.post('/app/api/away_status_reasons', { label: 'Lunch' })).body
  await session.put('/app/api/me/away', { away: true, away_status_reason_id: reason.id })
  await distribute()
  expect(await holder(id)).toBe(member.adminId)
  expect((await session.put('/app/api/me/away', { away: true, reassign: true })).status).toBe(204)
  await distribute()
  expect(await holder(id)).toBe(0)
  expect((await api.get(`/admins/${member.adminId}`)).body).toMatchObject({
    ...{ away_mode_reassign: true, away_status_reason_id: reason.id },
  })
  await session.put('/app/api/me/away', { away: false })
  await distribute()
  expect(await holder(id)).toBe(member.adminId)
})

test('outside of its office hours a team that keeps to them waits till it opens', async () => {
  const { api, admin, members, waiting, holder } = await furnish(1, {
    ...{ distribution_method: 'round_robin', office_hours_only: true },
  })
  const minute = Math.floor(clock.now() / 900) * 15
  const opens = (minute - 4 * 1440 + 60 + 10_080 * 1000) % 10_080
  await api.post('/office_hours_schedules', {
    ...{ name: 'Soon', time_zone_name: 'UTC' },
    time_intervals: [{ start_minute: opens, end_minute: opens + 15 }],
  })
  const id = await waiting()
  await distribute()
  expect(await holder(id)).toBe(0)
  const [team] = (await admin.get('/app/api/teams')).body.data
  expect([team.waiting_count, team.gives_at - clock.now() <= 3600]).toEqual([1, true])
  clock.advance(team.gives_at - clock.now())
  await distributeDue(database, clock.now())
  expect(await holder(id)).toBe(members[0])
})

test('a ticket finds somebody too, and a teammate with a limit of their own is held to it', async () => {
  const { workspace, api, admin, members, team, waiting, holder } = await furnish(1, {
    distribution_method: 'round_robin',
  })
  const owner = await signedIn(guichet, await buildMember(guichet, 'owner', { workspace }))
  const limit = (assignment_limit: number | null) =>
    owner.patch(`/app/api/teammates/${members[0]}`, { assignment_limit })
  expect((await limit(-1)).status).toBe(400)
  expect((await limit(1)).body.assignment_limit).toBe(1)
  const type = (await api.post('/ticket_types', { name: 'Fault', category: 'Customer' })).body
  const ticket = await api.post('/tickets', {
    ...{ ticket_type_id: type.id, contacts: [{ email: 'someone@example.com' }] },
    ticket_attributes: { _default_title_: 'Broken' },
    assignment: { team_assignee_id: String(team.id) },
  })
  const id = await waiting()
  await distribute()
  expect((await api.get(`/tickets/${ticket.body.id}`)).body.admin_assignee_id).toBe(members[0])
  expect(await holder(id)).toBe(0)
  const [shown] = (await admin.get('/app/api/teams')).body.data
  expect(shown).toMatchObject({ waiting_count: 1, members: [{ open_count: 1, limit: 1, away: false }] })
  await limit(null)
  await distribute()
  expect(await holder(id)).toBe(members[0])
  const topics = (await happened({ ...guichet, id: workspace.id })).map(({ topic }) => topic)
  expect(topics).toContain('ticket.admin.assigned')
})

test('the assignment rules give at once what is first in line', async () => {
  const { api, members, waiting } = await furnish(1, { distribution_method: 'round_robin' })
  const id = await waiting()
  const { body } = await api.at('2.11').post(`/conversations/${id}/run_assignment_rules`)
  const parts = body.conversation_parts.conversation_parts
  expect(parts.map((part: { assigned_to: object }) => part.assigned_to)).toMatchObject([
    { type: 'team' },
    { type: 'admin', id: String(members[0]) },
  ])
  expect(body.admin_assignee_id).toBe(members[0])
})

test('two processes that distribute while others act give nothing twice and nobody too much', async () => {
  const { members, start, toTeam, act, holder, api } = await furnish(3, {
    ...{ distribution_method: 'load_balanced', assignment_limit: 4 },
  })
  const ids: string[] = []
  while (ids.length < 12) ids.push(await start())
  const round = async () => {
    await drainEvents(guichet)
    await Promise.all([distributeDue(database, clock.now()), distributeDue(database, clock.now())])
  }
  await Promise.all([...ids.map(toTeam), round(), round(), round()])
  await distribute()
  await Promise.all([round(), ...ids.slice(0, 6).map(id => act(id, { message_type: 'close' }))])
  await distribute()
  const open = await Promise.all(ids.slice(6).map(holder))
  expect(open.every(id => members.includes(id))).toBe(true)
  for (const id of ids) {
    const { conversation_parts } = (await api.get(`/conversations/${id}`)).body
    const given = conversation_parts.conversation_parts.filter(
      (part: { part_type: string }) => part.part_type === 'balanced_assignment',
    )
    expect(given).toHaveLength(1)
  }
  for (const member of members) expect(open.filter(id => id === member).length).toBeLessThanOrEqual(4)
})

test('it is told why a conversation waits, for as long as it does', async () => {
  const { admin, team, members, waiting, act, away, start, api } = await furnish(1, {
    ...{ distribution_method: 'load_balanced', assignment_limit: 1 },
  })
  const waitOf = async (id: string) => (await admin.get(`/app/api/conversations/${id}/wait`)).body.waits
  const first = await waiting()
  expect(await waitOf(first)).toEqual({
    ...{ reason: 'in_line', team: { id: String(team.id), name: 'Support' }, ahead: 0, opens_at: null },
  })
  await distribute()
  expect(await waitOf(first)).toBeNull()
  const second = await waiting()
  clock.advance(10)
  const third = await waiting()
  await distribute()
  expect(await waitOf(third)).toMatchObject({ reason: 'all_full', ahead: 1 })
  await api.at('Preview').put(`/conversations/${third}`, { priority: 'urgent' })
  expect([(await waitOf(third)).ahead, (await waitOf(second)).ahead]).toEqual([0, 1])
  await away(members[0], true)
  expect(await waitOf(second)).toMatchObject({ reason: 'nobody_there' })
  await admin.patch(`/app/api/teams/${team.id}`, { office_hours_only: true })
  const { body: hours } = await api.post('/office_hours_schedules', {
    ...{ name: 'Sundays', time_zone_name: 'UTC' },
    time_intervals: [{ start_minute: 6 * 1440 + 600, end_minute: 6 * 1440 + 660 }],
  })
  const shut = await waitOf(second)
  expect(shut).toMatchObject({ reason: 'outside_office_hours' })
  expect(new Date(shut.opens_at * 1000).toISOString()).toMatch(/T10:00:00/)
  await api.delete(`/office_hours_schedules/${hours.id}`)
  await admin.put(`/teams/${team.id}`, { admin_ids: [] })
  expect(await waitOf(second)).toMatchObject({ reason: 'no_members' })
  await admin.patch(`/app/api/teams/${team.id}`, { distribution_method: 'manual_assignment' })
  expect(await waitOf(second)).toBeNull()
  expect(await waitOf(await start())).toBeNull()
  await act(second, { message_type: 'close' })
  expect(await waitOf(second)).toBeNull()
  const stranger = await signedIn(guichet, await buildMember(guichet, 'owner'))
  expect((await stranger.get(`/app/api/conversations/${second}/wait`)).status).toBe(404)
})
