import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, clock, createWorkspace } = await startGuichet()

const hours = [{ start_minute: 540, end_minute: 1020 }]
const request = { name: 'Support', time_zone_name: 'America/New_York', time_intervals: hours }
const create = async () => (await api.post('/office_hours_schedules', request)).body

test('a schedule is made, listed, changed in part and deleted', async () => {
  const { status, body: schedule } = await api.at('2.16').post('/office_hours_schedules', {
    ...request,
    time_intervals: [{ start_minute: 1980, end_minute: '2460', day_of_week: 6 }, ...hours],
  })
  expect(status).toBe(201)
  expect(schedule).toEqual({
    ...{
      type: 'office_hours_schedule',
      id: schedule.id,
      name: 'Support',
      time_zone_name: 'America/New_York',
    },
    time_intervals: [
      { start_minute: 540, end_minute: 1020, day_of_week: 0 },
      { start_minute: 1980, end_minute: 2460, day_of_week: 1 },
    ],
    ...{ twenty_four_seven: false, created_at: clock.now(), updated_at: clock.now() },
  })
  expect((await api.get('/office_hours_schedules')).body).toEqual({
    ...{ type: 'office_hours_schedule.list', data: [schedule] },
  })
  const always = [{ start_minute: 0, end_minute: 10080 }]
  const path = `/office_hours_schedules/${schedule.id}`
  expect((await api.put(path, { time_intervals: always })).body).toMatchObject({
    ...{ name: 'Support', twenty_four_seven: true },
  })
  expect((await api.put(path, { name: 'Longer' })).body.name).toBe('Longer')
  expect((await api.get(path)).body).toMatchObject({ name: 'Longer', twenty_four_seven: true })
  expect((await api.delete(path)).body).toEqual({
    ...{ id: schedule.id, object: 'office_hours_schedule', deleted: true },
  })
  for (const call of [api.get(path), api.put(path, { name: 'x' }), api.delete(path)])
    expect((await call).body.errors).toEqual([{ code: 'not_found', message: 'Object not found' }])
})

test.each([
  ['a time zone that does not exist', { time_zone_name: 'Mars/Olympus' }],
  ['no name', { name: ' ' }],
  ['an end before its start', { time_intervals: [{ start_minute: 60, end_minute: 30 }] }],
  ['hours past the week', { time_intervals: [{ start_minute: 0, end_minute: 10095 }] }],
  ['hours off the quarter', { time_intervals: [{ start_minute: 5, end_minute: 60 }] }],
  ['hours twice', { time_intervals: [...hours, { start_minute: 900, end_minute: 1080 }] }],
])('a schedule with %s is refused', async (_, change) => {
  const { status, body } = await api.post('/office_hours_schedules', { ...request, ...change })
  expect([status, body.errors[0].code]).toEqual([422, 'data_invalid'])
})

test('a day is an exception, closed or with hours of its own', async () => {
  const path = `/office_hours_schedules/${(await create()).id}/office_hours_exceptions`
  const christmas = { exception_date: '2026-12-24', exception_type: 'closed', name: 'Christmas Eve' }
  const { status, body: closed } = await api.post(path, { ...christmas, recurring_annually: true })
  expect(status).toBe(201)
  expect(closed).toMatchObject({ ...christmas, time_intervals: null, recurring_annually: true })
  const twice = await api.post(path, christmas)
  expect(twice.body.errors).toEqual([
    { code: 'data_invalid', message: 'Invalid or duplicated record reference' },
  ])
  const { body: open } = await api.put(`${path}/${closed.id}`, {
    ...{ exception_type: 'custom_hours', time_intervals: [{ start_minute: 540, end_minute: 780 }] },
  })
  expect(open).toMatchObject({ name: 'Christmas Eve', recurring_annually: true })
  expect(open.time_intervals).toEqual([{ start_minute: 540, end_minute: 780, day_of_week: 3 }])
  expect((await api.get(`${path}/${closed.id}`)).body).toEqual(open)
  expect((await api.get(path)).body).toEqual({ type: 'office_hours_exception.list', data: [open] })
  expect((await api.put(`${path}/${closed.id}`, { exception_type: 'closed' })).body.time_intervals).toBeNull()
  expect((await api.delete(`${path}/${closed.id}`)).body).toEqual({
    ...{ id: closed.id, object: 'office_hours_exception', deleted: true },
  })
  expect((await api.get(`${path}/${closed.id}`)).status).toBe(404)
})

test('an exception that is none is refused', async () => {
  const path = `/office_hours_schedules/${(await create()).id}/office_hours_exceptions`
  const refusals = [
    { exception_date: '2026-02-30', exception_type: 'closed' },
    { exception_date: 'tomorrow', exception_type: 'closed' },
    { exception_date: '2026-12-24', exception_type: 'custom_hours' },
    {
      ...{ exception_date: '2026-12-24', exception_type: 'custom_hours' },
      time_intervals: [{ start_minute: 0, end_minute: 1455 }],
    },
  ]
  for (const body of refusals) expect((await api.post(path, body)).status).toBe(422)
})

test('office hours are those of the workspace, and are told in the activity log', async () => {
  const schedule = await create()
  const other = await createWorkspace()
  const path = `/office_hours_schedules/${schedule.id}`
  expect((await other.api.get(path)).status).toBe(404)
  expect((await other.api.get(`${path}/office_hours_exceptions`)).status).toBe(404)
  const logs = await api.get(`/admins/activity_logs?created_at_after=${clock.now() - 10}`)
  expect(logs.body.activity_logs[0]).toMatchObject({ activity_type: 'office_hours_change' })
})
