import { beforeAll, expect, test } from 'vitest'
import type { Api } from '../../../test/support/api.ts'
import { buildConversation, manage, reply } from '../../../test/support/conversations.ts'
import { download, parseCsv, runJobs } from '../../../test/support/export.ts'
import { buildAdmin, buildTeam } from '../../../test/support/factories.ts'
import { startGuichet, type TestWorkspace } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { clock } = guichet
const PARIS = 'Europe/Paris'

const dayOf = (at: number): string => new Date(at * 1000).toLocaleDateString('sv-SE', { timeZone: PARIS })

interface Seeded extends TestWorkspace {
  reader: Api
  from: string
  to: string
  care: number
  billing: number
  tag: string
  deleted: string
  reopened: string
}

/** Ten days of a workspace in Paris: some sixty conversations, answered, closed, opened again, rated, tagged and deleted. */
async function seed(): Promise<Seeded> {
  const workspace = await guichet.createWorkspace({ timezone: PARIS })
  const place = { ...guichet, ...workspace }
  const [care, billing] = [
    await buildTeam(guichet, 'Care', [], workspace),
    await buildTeam(guichet, 'Billing', [], workspace),
  ]
  const second = await buildAdmin(guichet, 'Second Helper', workspace)
  const { body: tag } = await workspace.api.post('/tags', { name: 'Refund' })
  const from = dayOf(clock.now())
  const opened: string[] = []
  let [deleted, reopened] = ['', '']
  for (let n = 0; n < 40; n += 1) {
    const { id, contact } = await buildConversation(place)
    opened.push(id)
    clock.advance(60 + n * 13)
    if (n % 3 !== 0)
      await manage(place, id, {
        ...{ message_type: 'assignment', type: 'team', assignee_id: n % 2 ? care : billing },
      })
    if (n % 4 === 1)
      await manage(place, id, { message_type: 'assignment', type: 'admin', assignee_id: second })
    if (n % 5 !== 0) {
      clock.advance(300 + n * 37)
      await reply(place, id, { body: 'Hello' })
    }
    if (n % 2 === 0) {
      clock.advance(1800 + n * 101)
      await manage(place, id, { message_type: 'close' })
      if (n % 6 === 0) await rate(place, id, (n % 5) + 1)
    }
    if (n % 7 === 0)
      await workspace.api.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: place.ownerId })
    if (n === 8) {
      await workspace.api.post(`/conversations/${id}/reply`, {
        ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Not yet' },
      })
      reopened = id
    }
    if (n === 16) {
      await workspace.api.delete(`/conversations/${id}`)
      deleted = id
    }
    clock.advance(5 * 3600)
  }
  const reader = await signedInAs(guichet, 'agent', workspace)
  return { ...workspace, reader, from, to: dayOf(clock.now()), care, billing, tag: tag.id, deleted, reopened }
}

const rate = ({ id: workspace }: TestWorkspace, id: string, rating: number) =>
  guichet.database.transaction(tx =>
    tx
      .updateTable('conversations')
      .set({ rating, rating_requested_at: clock.now(), rating_replied_at: clock.now() + 5 })
      .where('workspace_id', '=', workspace)
      .where('id', '=', Number(id))
      .execute(),
  )

let here: Seeded
beforeAll(async () => {
  here = await seed()
}, 60_000)

const show = async (what: string, more = '') =>
  (await here.reader.get(`/app/api/reports/${what}?from=${here.from}&to=${here.to}${more}`)).body

/** What the reporting export says of the same seconds. */
async function exported(dataset_id: string, attribute_ids: string[], of: { since: number; until: number }) {
  const { body: job } = await here.api.post('/export/reporting_data/enqueue', {
    ...{ dataset_id, attribute_ids, start_time: of.since, end_time: of.until },
  })
  await runJobs({ ...guichet, ...here })
  const { body: ready } = await here.api.get(`/export/reporting_data/${job.job_identifier}`)
  return parseCsv(await (await download(here, ready.download_url)).text())
}

/** What lies at a share of the way through numbers, between two where it falls between. */
function percentile(share: number, values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return sorted.length === 0 ? null : Math.round(low + (high - low) * (place - Math.floor(place)))
}

const times = (cells: (string | undefined)[]) => {
  const values = cells.filter(Boolean).map(Number)
  return { count: values.length, median: percentile(0.5, values), p90: percentile(0.9, values) }
}

const ATTRIBUTES = [
  ...['conversation_id', 'first_response_time', 'time_to_close', 'currently_assigned_team_id'],
  ...['currently_assigned_teammate_id', 'conversation_tag_ids', 'conversation_started_at', 'channel'],
]

test('figures are those of the reporting export of the same seconds', async () => {
  const { totals, period, timezone } = await show('overview')
  expect(timezone).toBe(PARIS)
  const rows = await exported('conversation', ATTRIBUTES, period)
  expect(rows).toHaveLength(40)
  expect(totals.started).toBe(rows.length)
  expect(totals.first_reply).toEqual(times(rows.map(row => row['first_response_time'])))
  expect(totals.resolution).toEqual(times(rows.map(row => row['time_to_close'])))
  const ratings = await exported('conversation_rating_sent', ['conversation_rating'], period)
  const given = ratings.map(row => Number(row['conversation_rating']))
  expect(totals.ratings).toEqual({
    ...{ asked: given.length, answered: given.length },
    satisfied: given.filter(each => each >= 4).length / given.length,
  })
  const acts = await exported('consolidated_conversation_part', ['action_type'], period)
  expect(totals.closed).toBe(acts.filter(({ action_type }) => action_type?.includes('Close')).length)
})

test('figures are those of the statistics of each conversation', async () => {
  const { totals } = await show('overview')
  const all = (await here.api.get('/conversations?per_page=150')).body.conversations
  const conversations = await Promise.all(
    all.map(async ({ id }: { id: string }) => (await here.api.get(`/conversations/${id}`)).body),
  )
  // The one that was deleted left its numbers, and is in no list.
  expect(conversations).toHaveLength(totals.started - 1)
  const of = (name: string) => conversations.flatMap(each => each.statistics[name] ?? [])
  expect(totals.open).toBe(conversations.filter(({ state }) => state !== 'closed').length)
  expect(totals.first_reply.count).toBe(of('time_to_admin_reply').length + 1)
  const { totals: tagged } = await show('overview', `&tag_id=${here.tag}`)
  const withTag = conversations.filter(({ tags }) => tags.tags.length > 0)
  expect(tagged).toMatchObject({
    started: withTag.length,
    first_reply: times(withTag.map(({ statistics }) => statistics.time_to_admin_reply)),
    resolution: times(withTag.map(({ statistics }) => statistics.time_to_last_close)),
  })
})

test('steps are days of the workspace and add up to the whole', async () => {
  const { steps, step, totals, period } = await show('overview')
  expect(step).toBe('day')
  expect([steps[0].at, steps.at(-1).at]).toEqual([here.from, here.to])
  const sum = (name: string) =>
    steps.reduce((all: number, each: Record<string, number>) => all + (each[name] ?? 0), 0)
  expect([sum('started'), sum('closed')]).toEqual([totals.started, totals.closed])
  const rows = await exported('conversation', ATTRIBUTES, period)
  for (const { at, started, first_reply } of steps) {
    // The export tells times by the clocks of the workspace, too.
    const own = rows.filter(row => row['conversation_started_at']?.startsWith(at))
    expect([at, started]).toEqual([at, own.length])
    expect(first_reply).toEqual(times(own.map(row => row['first_response_time'])))
  }
})

test('what was open on a day does not change with what happens later', async () => {
  const { body: before } = await here.reader.get(`/app/api/reports/overview?from=${here.from}&to=${here.to}`)
  const last = before.steps.at(-2)
  const closing = (await here.api.get('/conversations?per_page=150')).body.conversations.find(
    ({ state, id }: { state: string; id: string }) => state === 'open' && id !== here.reopened,
  )
  await manage({ ...guichet, ...here }, closing.id, { message_type: 'close' })
  const after = await show('overview')
  expect(after.steps.at(-2)).toMatchObject({ open: last.open, closed: last.closed })
  expect(after.totals.open).toBe(before.totals.open - 1)
  expect(after.totals.closed).toBe(before.totals.closed + 1)
  await manage({ ...guichet, ...here }, closing.id, { message_type: 'open' })
  expect((await show('overview')).totals.open).toBe(before.totals.open)
})

test('groups are those of the export, and narrow the overview to the same figures', async () => {
  const { period } = await show('overview')
  const rows = await exported('conversation', ATTRIBUTES, period)
  const columns = {
    ...{ team: 'currently_assigned_team_id', teammate: 'currently_assigned_teammate_id' },
    ...{ tag: 'conversation_tag_ids', channel: 'channel' },
  }
  for (const [by, column] of Object.entries(columns)) {
    const { data } = await show('groups', `&by=${by}`)
    const told = Map.groupBy(rows, row => row[column] ?? '')
    expect(data.reduce((all: number, each: { started: number }) => all + each.started, 0)).toBe(rows.length)
    for (const { name, id, ...figures } of data) {
      const own = told.get(by === 'channel' && id !== null ? 'Chat' : (name ?? '')) ?? []
      expect([by, name, figures.started]).toEqual([by, name, own.length])
      expect(figures.first_reply).toEqual(times(own.map(row => row['first_response_time'])))
      expect(figures.resolution).toEqual(times(own.map(row => row['time_to_close'])))
      if (id === null || by === 'teammate') continue
      const narrowed = await show('overview', `&${by === 'channel' ? 'channel' : `${by}_id`}=${id}`)
      expect(narrowed.totals).toMatchObject({ started: figures.started, closed: figures.closed })
      expect(narrowed.totals.ratings).toEqual(figures.ratings)
    }
  }
})

test('hours of the week are those of the workspace', async () => {
  const { data } = await show('hours')
  const { period } = await show('overview')
  const rows = await exported('conversation', ATTRIBUTES, period)
  expect(data).toHaveLength(168)
  for (const { day, hour, started } of data) {
    const own = rows.filter(({ conversation_started_at: at = '' }) => {
      const time = new Date(`${at.replace(' ', 'T')}Z`)
      return (time.getUTCDay() || 7) === day && time.getUTCHours() === hour
    })
    expect([day, hour, started]).toEqual([day, hour, own.length])
  }
})

test('the period before is as long, and ends where this one begins', async () => {
  const { previous, period } = await show('overview')
  expect(previous.period.until).toBe(period.since - 1)
  expect(previous.steps).toHaveLength((await show('overview')).steps.length)
  expect(previous.totals).toMatchObject({ started: 0, closed: 0, open: 0, first_reply: { median: null } })
  const half = new Date(Date.parse(here.from) + 5 * 86_400_000).toISOString().slice(0, 10)
  const { body: later } = await here.reader.get(`/app/api/reports/overview?from=${half}&to=${here.to}`)
  const all = await show('overview')
  const [first] = later.steps
  expect(all.steps.find(({ at }: { at: string }) => at === half)).toEqual(first)
})

test('a day is told by hours, a year by weeks, and nothing beyond ten years', async () => {
  const of = async (from: string, to: string) =>
    (await here.reader.get(`/app/api/reports/overview?from=${from}&to=${to}`)).body
  expect(await of('2026-03-29', '2026-03-29')).toMatchObject({ step: 'hour' })
  // The night of the clocks: a day of twenty-three hours.
  const { period } = await of('2026-03-29', '2026-03-29')
  expect(period.until - period.since + 1).toBe(23 * 3600)
  expect(await of('2025-06-01', '2026-05-31')).toMatchObject({ step: 'week' })
  expect(await of('2024-01-01', '2026-05-31')).toMatchObject({ step: 'month' })
  for (const [from, to] of [
    ['2010-01-01', '2026-01-01'],
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['yesterday', '2026-03-01'],
  ])
    expect((await of(from ?? '', to ?? '')).errors[0].code).toBe('parameter_invalid')
  const { status } = await here.reader.get(
    `/app/api/reports/overview?from=${here.from}&to=${here.to}&team_id=x`,
  )
  expect(status).toBe(400)
})

test('tickets are reported apart, and another workspace sees nothing', async () => {
  expect((await show('overview', '&kind=ticket')).totals.started).toBe(0)
  const other = await signedInAs(guichet, 'agent', await guichet.createWorkspace({ timezone: PARIS }))
  const { body } = await other.get(
    `/app/api/reports/overview?from=${here.from}&to=${here.to}&team_id=${here.care}`,
  )
  expect(body.totals).toMatchObject({ started: 0, closed: 0, open: 0 })
  const light = await signedInAs(guichet, 'light', here)
  expect((await light.get(`/app/api/reports/overview?from=${here.from}&to=${here.to}`)).status).toBe(403)
})
