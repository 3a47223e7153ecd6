import { expect, test } from 'vitest'
import { buildContact, buildConversation, manage, reply } from '../../test/support/conversations.ts'
import { download, parseCsv, runJobs } from '../../test/support/export.ts'
import { buildTeam } from '../../test/support/factories.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { clock, createWorkspace } = guichet

const place = async (timezone = 'UTC') => ({ ...guichet, ...(await createWorkspace({ timezone })) })

const enqueue = (
  { api }: Pick<TestWorkspace, 'api'>,
  dataset_id: string,
  attribute_ids: string[],
  more = {},
) =>
  api.post('/export/reporting_data/enqueue', {
    ...{ dataset_id, attribute_ids, start_time: clock.now() - 3600, end_time: clock.now() + 3600, ...more },
  })

/** The rows of a report, as a client reads them that waits for the file and takes it for text. */
async function report(here: typeof guichet, dataset: string, attributes: string[], more = {}) {
  const { body: job } = await enqueue(here, dataset, attributes, more)
  await runJobs(here)
  const { body: ready } = await here.api.get(`/export/reporting_data/${job.job_identifier}`)
  expect(ready).toMatchObject({ status: 'complete', job_identifier: job.job_identifier })
  const response = await download(here, ready.download_url)
  expect(response.headers.get('content-encoding')).toBe('gzip')
  return parseCsv(await response.text())
}

interface Dataset {
  id: string
  default_time_attribute_id: string
  attributes: { id: string; qualified_id?: string; name: string }[]
}

const datasets = async ({ api }: Pick<TestWorkspace, 'api'>): Promise<Dataset[]> =>
  (await api.get('/export/reporting_data/get_datasets')).body.data

test('datasets are listed with their attributes, which have qualified ids since 2.16', async () => {
  const here = await place()
  const listed = await datasets(here)
  expect(listed.map(each => each.id)).toEqual([
    ...['conversation', 'consolidated_conversation_part', 'conversation_rating_sent', 'tickets', 'call'],
  ])
  expect(listed[0]).toMatchObject({
    name: 'Conversation',
    default_time_attribute_id: 'conversation_started_at',
  })
  expect(listed[0]?.attributes[0]).toEqual({
    ...{ id: 'conversation_id', qualified_id: 'standard.conversation_id', name: 'Conversation ID' },
  })
  for (const { attributes, default_time_attribute_id } of listed) {
    const qualified = attributes.map(each => each.qualified_id)
    expect(new Set(qualified).size).toBe(qualified.length)
    expect(attributes.map(each => each.id)).toContain(default_time_attribute_id)
  }
  const [older] = await datasets({ api: here.api.at('2.15') })
  expect(older?.attributes[0]).toEqual({ id: 'conversation_id', name: 'Conversation ID' })
  expect((await here.api.at('2.13').get('/export/reporting_data/get_datasets')).status).toBe(400)
})

test('every attribute of every dataset can be exported', async () => {
  const here = await place()
  await here.api.post('/data_attributes', { name: 'favourite', model: 'contact', data_type: 'string' })
  const { id } = await buildConversation(here)
  await reply(here, id, { body: 'Hello' })
  await here.api.delete(`/conversations/${(await buildConversation(here)).id}`)
  for (const { id: dataset, attributes } of await datasets(here)) {
    const rows = await report(
      here,
      dataset,
      attributes.flatMap(each => each.qualified_id ?? []),
    )
    expect(rows.length).toBe(dataset === 'conversation' ? 2 : dataset.includes('part') ? 1 : 0)
  }
})

test('a conversation is told as it stands, in words and in the time of the workspace', async () => {
  const here = await place('America/New_York')
  const contact = await buildContact(here)
  const team = await buildTeam(here, 'Care')
  const { id } = await buildConversation(here, { contact })
  clock.advance(60)
  await reply(here, id, { body: 'Hello' })
  await manage(here, id, { message_type: 'assignment', type: 'team', assignee_id: String(team) })
  clock.advance(60)
  await manage(here, id, { message_type: 'close' })
  const { body: tag } = await here.api.post('/tags', { name: 'Billing' })
  await here.api.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: here.ownerId })
  const { body: conversation } = await here.api.get(`/conversations/${id}`)

  const [row, ...others] = await report(here, 'conversation', [
    ...['conversation_id', 'standard.conversation_state', 'conversation.channel', 'conversation_started_by'],
    ...['timestamp.conversation_started_at', 'duration.first_response_time', 'duration.time_to_first_close'],
    ...['team.currently_assigned_team_id', 'teammate.last_closing_teammate_id', 'user_email'],
    ...['conversation_tag_ids', 'conversation_id'],
  ])
  expect(others).toEqual([])
  expect(row).toEqual({
    conversation_id: id,
    conversation_state: 'Closed',
    channel: 'Chat',
    conversation_started_by: 'Customer',
    conversation_started_at: inNewYork(conversation.created_at),
    first_response_time: '60',
    time_to_first_close: '120',
    currently_assigned_team_id: 'Care',
    last_closing_teammate_id: 'Ada Owner',
    user_email: contact.email,
    conversation_tag_ids: 'Billing',
  })
})

const inNewYork = (at: number): string =>
  new Date(at * 1000).toLocaleString('sv-SE', { timeZone: 'America/New_York' })

test('custom attributes of conversations and of their people are columns too', async () => {
  const here = await place()
  await here.api.post('/data_attributes', { name: 'Brand', model: 'contact', data_type: 'string' })
  const contact = await buildContact(here)
  await here.api.put(`/contacts/${contact.id}`, { custom_attributes: { Brand: 'Acme' } })
  await buildConversation(here, { contact })
  expect(await report(here, 'conversation', ['people.Brand'])).toEqual([{ Brand: 'Acme' }])
})

test('conversations nobody replied to are in it since 2.16', async () => {
  const here = await place()
  const contact = await buildContact(here)
  const { id } = await buildConversation(here, { contact })
  await here.api.post('/messages', {
    ...{ message_type: 'inapp', body: 'Anyone?', from: { type: 'admin', id: here.ownerId } },
    ...{ to: { type: 'user', id: contact.id }, create_conversation_without_contact_reply: true },
  })
  expect(await report(here, 'conversation', ['conversation_id'])).toHaveLength(2)
  const older = { ...here, api: here.api.at('2.15') }
  expect(await report(older, 'conversation', ['conversation_id'])).toEqual([{ conversation_id: id }])
})

test('a deleted conversation is still counted, unless its numbers were to go', async () => {
  const here = await place()
  const contact = await buildContact(here)
  const kept = await buildConversation(here, { contact })
  const gone = await buildConversation(here, { contact })
  await here.api.delete(`/conversations/${kept.id}`)
  await here.api.delete(`/conversations/${gone.id}?retain_metrics=false`)
  const rows = await report(here, 'conversation', ['conversation_id', 'conversation_state'])
  expect(rows).toEqual([{ conversation_id: kept.id, conversation_state: 'Open' }])
})

test('what was done in conversations is told action by action', async () => {
  const here = await place()
  const { id, contact } = await buildConversation(here)
  await reply(here, id, { body: 'Hello' })
  await here.api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Hi' },
  })
  await reply(here, id, { message_type: 'note', body: 'A note' })
  await manage(here, id, { message_type: 'close', body: 'Bye' })
  const rows = await report(here, 'consolidated_conversation_part', [
    ...['conversation_id', 'action_type', 'action_performed_by_teammate_id'],
  ])
  const owner = 'Ada Owner'
  expect(rows.map(row => [row['action_type'], row['action_performed_by_teammate_id']])).toEqual([
    ...[
      ['Reply', owner],
      ['Customer reply', ''],
      ['Note', owner],
      ['Reply, Close', owner],
    ],
  ])
})

test('tickets are reported apart from conversations', async () => {
  const here = await place()
  const contact = await buildContact(here)
  const { body: type } = await here.api.post('/ticket_types', { name: 'Refund' })
  const { body: ticket } = await here.api.post('/tickets', {
    ...{ ticket_type_id: type.id, contacts: [{ id: contact.id }] },
    ticket_attributes: { _default_title_: 'Money back' },
  })
  expect(await report(here, 'conversation', ['conversation_id'])).toEqual([])
  const attributes = ['conversation_id', 'ticket_id', 'ticket_type', 'ticket_title', 'ticket_state']
  expect(await report(here, 'tickets', attributes)).toEqual([
    {
      ...{ conversation_id: ticket.id, ticket_id: ticket.ticket_id, ticket_type: 'Refund' },
      ...{ ticket_title: 'Money back', ticket_state: 'submitted' },
    },
  ])
})

test('calls are told with how long they took, whether or not they belong to a conversation', async () => {
  const here = await place()
  const { id } = await buildConversation(here)
  const now = clock.now()
  const call = {
    ...{ workspace_id: here.id, state: 'ended', direction: 'inbound' as const, admin_id: here.ownerId },
    ...{
      initiated_at: now,
      answered_at: now + 20,
      ended_at: now + 80,
      hold_time: 5,
      created_at: now,
      updated_at: now,
    },
  }
  await here.database.transaction(tx =>
    tx
      .insertInto('calls')
      .values([{ ...call, conversation_id: Number(id) }, call])
      .execute(),
  )
  const attributes = ['conversation_id', 'call_teammate_id', 'call_duration', 'talk_time', 'queue_time']
  const told = {
    ...{ call_teammate_id: 'Ada Owner', call_duration: '60', talk_time: '55', queue_time: '20' },
  }
  expect(await report(here, 'call', attributes)).toEqual([
    { conversation_id: id, ...told },
    { conversation_id: '', ...told },
  ])
})

test('ratings are told by when they were asked for', async () => {
  const here = await place()
  const { id } = await buildConversation(here)
  const rate = { rating: 4, rating_remark: 'Quick', rating_requested_at: clock.now() }
  await here.database.transaction(tx =>
    tx
      .updateTable('conversations')
      .set(rate)
      .where('workspace_id', '=', here.id)
      .where('id', '=', Number(id))
      .execute(),
  )
  const attributes = ['conversation_id', 'conversation_rating', 'conversation_rating_remark']
  expect(await report(here, 'conversation_rating_sent', attributes)).toEqual([
    { conversation_id: id, conversation_rating: '4', conversation_rating_remark: 'Quick' },
  ])
  const before = { start_time: clock.now() - 100, end_time: clock.now() - 1 }
  expect(await report(here, 'conversation_rating_sent', attributes, before)).toEqual([])
})

test('a report that cannot be made is refused in the published words', async () => {
  const here = await place()
  const refusals: [Record<string, unknown>, string][] = [
    [{ dataset_id: undefined }, "'dataset_id' is a required parameter"],
    [{ dataset_id: 'imaginary' }, 'imaginary is not a valid dataset_id'],
    [{ attribute_ids: undefined }, "'attribute_ids' is a required parameter"],
    [{ attribute_ids: [] }, 'attribute_ids must contain at least one attribute_id'],
    [{ attribute_ids: 'conversation_id' }, "'attribute_ids' not an array must be of type Array"],
    [
      { attribute_ids: ['conversation_id', 'non_existent'] },
      'attribute_ids invalid for conversation dataset: non_existent',
    ],
    [{ start_time: undefined }, "'start_time' is a required parameter"],
    [{ end_time: 1 }, 'start_time must not be after end_time'],
  ]
  for (const [body, message] of refusals) {
    const refused = await enqueue(here, 'conversation', ['conversation_id'], body)
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0]).toMatchObject({ code: 'bad_request', message })
  }
})

test('a workspace has five reports under way', async () => {
  const here = await place()
  const starts = await Promise.all(Array.from({ length: 7 }, () => enqueue(here, 'call', ['call_id'])))
  expect(starts.filter(each => each.status === 200)).toHaveLength(5)
  expect(starts.find(each => each.status === 429)?.body.errors[0]).toEqual({
    code: 'rate_limit_exceeded',
    message: 'Exceeded rate limit of 5 pending reporting dataset export jobs',
  })
  await runJobs(here)
  expect((await enqueue(here, 'call', ['call_id'])).status).toBe(200)
})

test('a report that is unknown is not found', async () => {
  const here = await place()
  const path = '/export/reporting_data/job1?app_id=x&client_id=y&job_identifier=job1'
  const { body, status } = await here.api.get(path)
  expect(status).toBe(404)
  expect(body.errors[0]).toMatchObject({
    ...{ code: 'not_found', message: 'Export job not found for identifier: job1' },
  })
  expect((await download(here, '/download/reporting_data/job1')).status).toBe(404)
})
