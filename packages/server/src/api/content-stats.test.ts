import { expect, test } from 'vitest'
import { buildContact } from '../../test/support/conversations.ts'
import { download, runJobs, unpack } from '../../test/support/export.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { itemAt } from '../../test/support/items.ts'
import { makeDatabase } from '../../test/support/own-database.ts'
import { enforceRetention } from '../domain/retention/index.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { api, clock, database, createWorkspace } = guichet
const DAY = 86_400

const here = async () => ({ ...guichet, ...(await createWorkspace()) })

/** What a library of tours says when it has shown one. */
const shown = (contact: object, more: object = {}) => ({
  ...{ content_type: 'tour', content_id: 'welcome', content_title: 'Welcome', stat_type: 'receipt' },
  ...{ receipt_id: crypto.randomUUID(), contact, ...more },
})

const refusal = ({ status, body }: { status: number; body: { errors: { message: string }[] } }) =>
  `${status} ${body.errors[0]?.message}`

test('what another program shows is told of as the original tells of it, once for each delivery', async () => {
  const contact = await buildContact(guichet)
  const { body: company } = await api.post('/companies', { company_id: 'toured', name: 'Toured' })
  const { body: tag } = await api.post('/tags', { name: 'Onboarding' })
  const told = shown(
    { external_id: contact.external_id },
    {
      ...{ company: { company_id: 'toured' }, tags: [{ id: tag.id }], ruleset_id: 29, ruleset_version_id: 3 },
      ...{ series_id: 1, series_title: 'First week', node_id: 4, created_at: clock.now() - 100 },
    },
  )
  const { status, body: stat } = await api.post('/content_stats', told)
  expect([status, stat]).toEqual([
    200,
    {
      ...{ type: 'content_stat', id: expect.any(String), content_type: 'tour', content_id: 'welcome' },
      ...{ content_title: 'Welcome', stat_type: 'receipt', receipt_id: told.receipt_id },
      contact: { type: 'contact', id: contact.id },
      company: { type: 'company', id: company.id },
      ...{
        ruleset_id: '29',
        ruleset_version_id: '3',
        series_id: '1',
        series_title: 'First week',
        node_id: '4',
      },
      ...{ tags: [{ type: 'tag', id: tag.id, name: 'Onboarding' }], answers: [] },
      created_at: clock.now() - 100,
    },
  ])
  expect((await api.post('/content_stats', told)).body).toEqual(stat)
  await api.post('/content_stats', { ...told, stat_type: 'completion' })
  const events = await happened(guichet, { topics: ['content_stat.tour'] })
  expect(events.map(({ object }) => object.id)).toEqual([stat.id, expect.any(String)])
  const [first] = events
  if (!first) throw new Error('nothing was told')
  expect((await itemAt(guichet, first))('2.16')).toMatchObject({
    ...{ type: 'content_stat.tour', created_at: new Date((clock.now() - 100) * 1000).toISOString() },
    content_stat: {
      ...{ id: stat.id, content_type: 'tour', content_id: 'welcome', stat_type: 'receipt' },
      ...{ content_title: 'Welcome', ruleset_id: '29', ruleset_version_id: '3', receipt_id: told.receipt_id },
      tags: { type: 'list', has_more: false, data: [{ type: 'tag', id: tag.id }], total_count: 1 },
      ...{ series_id: '1', series_title: 'First week', node_id: '4' },
    },
    contact: { type: 'contact', id: contact.id },
    company: { type: 'company', id: company.id },
  })
})

test('a survey tells each answer as it is given, and all of them when it is completed', async () => {
  const { id } = await buildContact(guichet)
  const receipt_id = crypto.randomUUID()
  const survey = (stat_type: string, answers: object[]) =>
    api.post('/content_stats', {
      ...{ content_type: 'survey', content_id: 7, stat_type, receipt_id, contact: { id }, answers },
    })
  const answer = (question_id: number, response: number | string) => ({
    ...{ question_id, question_text: 'How was it?', response, answered_at: clock.now() - 5 },
  })
  const { body: first } = await survey('answer', [answer(1, 5)])
  await survey('answer', [answer(2, 'Fine')])
  expect((await survey('answer', [answer(1, 4)])).body).toEqual(first)
  await survey('completion', [answer(1, 5), answer(2, 'Fine')])
  const events = await happened(guichet, { topics: ['content_stat.survey'] })
  // biome-ignore lint/suspicious/noExplicitAny: items were held against the contract
  const items: any[] = await Promise.all(events.map(async event => (await itemAt(guichet, event))('2.16')))
  const asTold = (question_id: string, response: string) => ({
    ...{ question_id, question_text: 'How was it?', response },
    answered_at: new Date((clock.now() - 5) * 1000).toISOString(),
  })
  expect(
    items.map(({ content_stat, answer: one, answers }) => [content_stat.stat_type, one ?? answers]),
  ).toEqual([
    ['answer', asTold('1', '5')],
    ['answer', asTold('2', 'Fine')],
    ['completion', [asTold('1', '5'), asTold('2', 'Fine')]],
  ])
})

test('what cannot have happened is refused, and nothing is kept of it', async () => {
  const { api: mine, ownerId: _ } = await here()
  const { body: contact } = await mine.post('/contacts', { email: 'ada@example.com' })
  const reader = { id: contact.id }
  const tell = async (more: object) => refusal(await mine.post('/content_stats', shown(reader, more)))
  const answers = [{ question_id: '1', response: 'Yes' }]
  const survey = { content_type: 'survey', stat_type: 'completion' }
  for (const ours of ['banner', 'news_item', 'chat', 'email', 'sms', 'TOUR', 'constructor'])
    expect(await tell({ content_type: ours })).toMatch(/^400 content_type must be one of carousel, /)
  expect(await tell({ stat_type: 'hard_bounce' })).toMatch(/^400 stat_type of tour must be one of receipt, /)
  expect(await tell({ receipt_id: undefined })).toBe('400 receipt_id is a required parameter')
  expect(await tell({ content_id: ' ' })).toBe('400 content_id is a required parameter')
  expect(await tell({ contact: {} })).toBe('400 contact is a required parameter')
  for (const nobody of [{ id: 'x' }, { external_id: 'x' }, { email: 'x@example.com' }])
    expect(await tell({ contact: nobody })).toBe('404 User Not Found')
  expect(await tell({ company: { company_id: 'none' } })).toBe('404 Company Not Found')
  expect(await tell({ tags: [{ id: '99999' }] })).toBe('404 Tag not found')
  expect(await tell({ answers })).toMatch(/^400 answers are given to surveys alone/)
  expect(await tell({ ...survey, stat_type: 'click', answers })).toMatch(/^400 answers are given to surveys/)
  expect(await tell({ ...survey, stat_type: 'answer' })).toBe('400 answers is a required parameter')
  expect(await tell({ ...survey, stat_type: 'answer', answers: [...answers, { question_id: '2' }] })).toBe(
    '400 answers must be at most 1',
  )
  expect(await tell({ ...survey, answers: [...answers, ...answers] })).toBe(
    '400 answers must name each question once',
  )
  expect(await tell({ created_at: clock.now() + 3600 })).toBe('400 created_at must not be in the future')
  expect(await tell({ created_at: clock.now() * 1000 })).toMatch(/^400 created_at must be a Unix timestamp/)
  expect(await tell({ content_title: 'x'.repeat(256) })).toMatch(/^400 content_title must have at most 255/)
  expect(await tell({ receipt_id: 'x'.repeat(256) })).toMatch(/^400 receipt_id must have at most 255/)
  expect(await tell({ ...survey, answers: [{ question_id: 1, response: 'x'.repeat(10_001) }] })).toMatch(
    /^400 answers.response must have at most/,
  )
  expect((await mine.get('/content_stats')).body).toMatchObject({ data: [], total_count: 0 })
})

test('a receipt is of one content and one contact', async () => {
  const { api: mine } = await here()
  const [ada, bob] = [{ email: 'ada@example.com' }, { email: 'bob@example.com' }]
  for (const person of [ada, bob]) await mine.post('/contacts', person)
  const told = shown(ada)
  await mine.post('/content_stats', told)
  for (const other of [{ contact: bob }, { content_id: 'other' }, { content_type: 'tooltip_group' }])
    expect((await mine.post('/content_stats', { ...told, ...other })).status).toBe(409)
  const all = await Promise.all(
    [1, 2, 3, 4].map(() => mine.post('/content_stats', { ...told, stat_type: 'completion' })),
  )
  expect(new Set(all.map(({ body }) => body.id)).size).toBe(1)
  expect((await mine.get('/content_stats')).body.total_count).toBe(2)
})

test('what happened is listed by content, by contact and by delivery, for the workspace alone', async () => {
  const [mine, other] = [await here(), await here()]
  const { body: ada } = await mine.api.post('/contacts', { email: 'ada@example.com' })
  const { body: bob } = await mine.api.post('/contacts', { email: 'bob@example.com' })
  const tell = async (contact: { id: string }, more: object = {}) =>
    (await mine.api.post('/content_stats', shown({ id: contact.id }, more))).body
  const [tour, post] = [await tell(ada), await tell(ada, { content_type: 'post', content_id: '5' })]
  const again = await tell(bob)
  const listed = async (query: string, { api: by } = mine) =>
    (await by.get(`/content_stats?${query}`)).body.data.map(({ id }: { id: string }) => id)
  expect(await listed('')).toEqual([again.id, post.id, tour.id])
  expect(await listed('content_type=tour&content_id=welcome')).toEqual([again.id, tour.id])
  expect(await listed(`contact_id=${ada.id}`)).toEqual([post.id, tour.id])
  expect(await listed(`receipt_id=${post.receipt_id}`)).toEqual([post.id])
  expect(await listed('stat_type=click')).toEqual([])
  expect((await mine.api.get(`/content_stats/${tour.id}`)).body).toEqual(tour)
  expect(await listed('', other)).toEqual([])
  for (const id of [tour.id, '0', 'x']) expect((await other.api.get(`/content_stats/${id}`)).status).toBe(404)
})

test('it follows a contact that is merged, and goes with one that is forgotten', async () => {
  const { api: mine, id } = await here()
  const { body: lead } = await mine.post('/contacts', { role: 'lead', email: 'twin@example.com' })
  const { body: user } = await mine.post('/contacts', { email: 'twin@example.com' })
  const { body: stat } = await mine.post('/content_stats', shown({ id: lead.id }))
  await mine.post('/contacts/merge', { from: lead.id, into: user.id })
  expect((await mine.get(`/content_stats/${stat.id}`)).body.contact).toEqual({ type: 'contact', id: user.id })
  const [event] = await happened({ ...guichet, id }, { topics: ['content_stat.tour'] })
  if (!event) throw new Error('nothing was told')
  const item = async () => (await itemAt({ ...guichet, id }, event))('2.16')
  expect(await item()).toMatchObject({ contact: { id: user.id } })
  await mine.delete(`/contacts/${user.id}`)
  expect((await mine.get(`/content_stats/${stat.id}`)).status).toBe(404)
  expect(await item()).toEqual({ type: 'content_stat', id: stat.id, deleted: true })
})

test('the export of messages has it, with when each thing happened first', async () => {
  const mine = await here()
  const { body: ada } = await mine.api.post('/contacts', { email: 'ada@example.com', external_id: 'ada' })
  const at = clock.now() - 1000
  const told = shown({ id: ada.id }, { content_type: 'post', series_id: 9, series_title: 'News', node_id: 2 })
  for (const [stat_type, created_at] of Object.entries({
    click: at + 20,
    receipt: at,
    open: at + 10,
    reply: at + 99,
  }))
    await mine.api.post('/content_stats', { ...told, stat_type, created_at })
  await mine.api.post('/content_stats', shown({ id: ada.id }, { created_at: at - 1 }))
  const { body: job } = await mine.api.post('/export/content/data', {
    ...{ created_at_after: at, created_at_before: at + 50 },
  })
  await runJobs(mine)
  const rows = await unpack(await download(mine, `/download/content/data/${job.job_identifier}`))
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    ...{
      user_id: ada.id,
      user_external_id: 'ada',
      company_id: '-1',
      content_type: 'Post',
      content_id: 'welcome',
    },
    ...{ content_title: 'Welcome', receipt_id: told.receipt_id, received_at: String(at) },
    ...{ series_id: '9', series_title: 'News', node_id: '2' },
    ...{ first_open: String(at + 10), first_click: String(at + 20), first_reply: '', first_completion: '' },
  })
})

test('it is kept for as long as the workspace says', async () => {
  const strict = await here()
  const other = await here()
  for (const { api: mine } of [strict, other]) {
    await mine.post('/contacts', { email: 'ada@example.com' })
    for (const created_at of [clock.now() - 40 * DAY, clock.now()])
      await mine.post('/content_stats', shown({ email: 'ada@example.com' }, { created_at }))
  }
  await database.transaction(tx =>
    tx
      .updateTable('workspaces')
      .set({ settings: JSON.stringify({ retention: { content_stat_days: 30 } }) })
      .where('id', '=', strict.id)
      .execute(),
  )
  expect(await enforceRetention(database, clock.now())).toBe(1)
  const count = async ({ api: mine }: typeof strict) => (await mine.get('/content_stats')).body.total_count
  expect([await count(strict), await count(other)]).toEqual([1, 2])
})
