import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { buildConversation, manage, reply } from '../../test/support/conversations.ts'
import { buildTeam, setTeamHours } from '../../test/support/factories.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, ownerId } = guichet

const asContact = (id: string, contact: { id: string }) =>
  api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Hi' },
  })

test('the statistics of a conversation follow what happens in it', async () => {
  const start = clock.now()
  const { id, contact } = await buildConversation(guichet)
  const team = await buildTeam(guichet, 'Billing')
  clock.advance(10)
  await manage(guichet, id, { message_type: 'assignment', type: 'team', assignee_id: team })
  clock.advance(10)
  await manage(guichet, id, { message_type: 'assignment', type: 'admin', assignee_id: ownerId })
  clock.advance(40)
  await reply(guichet, id, { body: 'Hello' })
  clock.advance(40)
  await manage(guichet, id, { message_type: 'close' })
  clock.advance(100)
  await asContact(id, contact)
  clock.advance(30)
  await reply(guichet, id, { message_type: 'note', body: 'Hm' })
  clock.advance(10)
  await reply(guichet, id, { body: 'Hello again' })
  const { body } = await api.get(`/conversations/${id}`)
  expect(body.statistics).toEqual({
    type: 'conversation_statistics',
    ...{ time_to_assignment: 20, time_to_admin_reply: 60, time_to_first_close: 100, time_to_last_close: 100 },
    median_time_to_reply: 50,
    ...{ first_contact_reply_at: start, first_assignment_at: start + 10, first_admin_reply_at: start + 60 },
    ...{
      first_close_at: start + 100,
      last_assignment_at: start + 20,
      last_assignment_admin_reply_at: start + 60,
    },
    ...{ last_contact_reply_at: start + 200, last_admin_reply_at: start + 240, last_close_at: start + 100 },
    ...{ last_closed_by_id: String(ownerId), count_reopens: 1, count_assignments: 2 },
    count_conversation_parts: body.conversation_parts.total_count + 1,
    assigned_team_first_response_time: [{ team_id: team, team_name: 'Billing', response_time: 50 }],
    assigned_team_first_response_time_in_office_hours: [
      { team_id: team, team_name: 'Billing', response_time: 50 },
    ],
    ...{ handling_time: 80, adjusted_handling_time: 80 },
  })
  expect(body.waiting_since).toBeNull()
})

test.each(VERSIONS)('statistics have the keys of %s', async version => {
  const { id } = await buildConversation(guichet)
  const { body } = await api.at(version).get(`/conversations/${id}`)
  expect(body.statistics).toMatchObject({ type: 'conversation_statistics', count_conversation_parts: 1 })
})

const NINE_TO_FIVE = Array.from({ length: 5 }, (_, day) => ({
  ...{ start_minute: day * 1440 + 540, end_minute: day * 1440 + 1020 },
}))

/** The clock at an hour of the coming Friday, in UTC. */
function friday(hour: number) {
  const days = (5 - new Date(clock.now() * 1000).getUTCDay() + 7) % 7 || 7
  clock.advance(days * 86_400 - (clock.now() % 86_400) + hour * 3600)
}

/** A conversation of Friday at four that is answered on Monday at ten and closed an hour later. */
async function overTheWeekend(workspace: TestWorkspace, team?: number) {
  const place = { ...guichet, ...workspace }
  friday(16)
  const { id } = await buildConversation(place)
  if (team !== undefined)
    await manage(place, id, { message_type: 'assignment', type: 'team', assignee_id: team })
  clock.advance(66 * 3600)
  await reply(place, id, { body: 'Hello' })
  clock.advance(3600)
  await manage(place, id, { message_type: 'close' })
  return (await workspace.api.get(`/conversations/${id}`)).body.statistics
}

const schedule = async ({ api }: TestWorkspace, more: object = {}) =>
  (
    await api.post('/office_hours_schedules', {
      ...{ name: 'Support', time_zone_name: 'UTC', time_intervals: NINE_TO_FIVE },
      ...more,
    })
  ).body

test('answers and closes are timed by the office hours of the workspace', async () => {
  const workspace = await guichet.createWorkspace()
  const hour = 3600
  expect(await overTheWeekend(workspace)).toMatchObject({
    ...{ time_to_admin_reply: 66 * hour, median_time_to_reply: 66 * hour, time_to_first_close: 67 * hour },
  })
  const { id } = await schedule(workspace)
  await schedule(workspace, { name: 'Later', time_intervals: [] })
  expect(await overTheWeekend(workspace)).toMatchObject({
    ...{ time_to_admin_reply: 2 * hour, median_time_to_reply: 2 * hour },
    ...{ time_to_first_close: 3 * hour, time_to_last_close: 3 * hour },
  })
  friday(0)
  const date = new Date(clock.now() * 1000 + 3 * 86_400_000).toISOString().slice(0, 10)
  clock.advance(-3600)
  await workspace.api.post(`/office_hours_schedules/${id}/office_hours_exceptions`, {
    ...{ exception_date: date, exception_type: 'closed' },
  })
  expect(await overTheWeekend(workspace)).toMatchObject({
    ...{ time_to_admin_reply: hour, time_to_first_close: hour },
  })
})

test('a team with office hours of its own is timed by those', async () => {
  const workspace = await guichet.createWorkspace()
  const team = await buildTeam(guichet, 'Night shift', [], workspace)
  await schedule(workspace)
  const own = await schedule(workspace, {
    ...{ name: 'Weekends', time_zone_name: 'Europe/Paris' },
    time_intervals: [{ start_minute: 5 * 1440, end_minute: 7 * 1440 }],
  })
  const hour = 3600
  const response = { team_id: team, team_name: 'Night shift' }
  const told = async () => {
    const { time_to_admin_reply, ...statistics } = await overTheWeekend(workspace, team)
    expect(statistics.assigned_team_first_response_time).toEqual([{ ...response, response_time: 66 * hour }])
    const worked = statistics.assigned_team_first_response_time_in_office_hours
    expect(worked).toEqual([{ ...response, response_time: time_to_admin_reply }])
    return time_to_admin_reply / hour
  }
  expect(await told()).toBe(2)
  await setTeamHours(guichet, team, own.id, workspace)
  expect(await told()).toBe(48)
  await workspace.api.delete(`/office_hours_schedules/${own.id}`)
  expect(await told()).toBe(2)
})
