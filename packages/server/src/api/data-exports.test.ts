import { expect, test } from 'vitest'
import { buildContact } from '../../test/support/conversations.ts'
import { download, runJobs, unpack } from '../../test/support/export.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { clock, createWorkspace } = guichet

const start = ({ api }: TestWorkspace, body: object = {}) =>
  api.post('/export/content/data', {
    ...{ created_at_after: clock.now() - 3600, created_at_before: clock.now() + 3600, ...body },
  })

const send = ({ api, ownerId }: TestWorkspace, to: { id: string }, more: object = {}) =>
  api.post('/messages', {
    ...{ message_type: 'inapp', body: 'Hello', from: { type: 'admin', id: ownerId } },
    ...{ to: { type: 'user', id: to.id }, ...more },
  })

const place = async () => ({ ...guichet, ...(await createWorkspace()) })

test('an export tells who received which message, and when they first replied', async () => {
  const here = await place()
  const contact = await buildContact(here)
  const other = await buildContact(here)
  const { body: company } = await here.api.post('/companies', { company_id: 'acme', name: 'Acme' })
  await here.api.post(`/contacts/${contact.id}/companies`, { id: company.id })
  const { body: message } = await send(here, contact, {
    ...{ subject: 'A "quoted", title\nin two lines', create_conversation_without_contact_reply: true },
  })
  await send(here, other, { body: '<p>No subject, only <b>words</b></p>' })
  await here.api.post(`/conversations/${message.conversation_id}/reply`, {
    ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Thanks' },
  })

  const { body: job } = await start(here)
  expect(job).toMatchObject({ status: 'pending', download_url: '', download_expires_at: '' })
  expect(job.job_identifier).toMatch(/^[a-z0-9]{16}$/)
  await runJobs(here)
  const { body: ready } = await here.api.get(`/export/content/data/${job.job_identifier}`)
  expect(ready).toEqual({
    job_identifier: job.job_identifier,
    status: 'completed',
    download_url: `${guichet.origin}/download/content/data/${job.job_identifier}`,
    download_expires_at: String(clock.now() + 2 * 86_400),
  })

  const response = await download(here, ready.download_url)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-encoding')).toBeNull()
  const [first, second] = await unpack(response)
  expect(first).toMatchObject({
    user_id: contact.id,
    user_external_id: contact.external_id,
    company_id: company.id,
    email: contact.email,
    name: contact.name,
    ruleset_id: message.id,
    content_type: 'Chat',
    content_title: 'A "quoted", title\nin two lines',
    receipt_id: `${message.id}-${contact.id}`,
    received_at: String(clock.now()),
    series_id: '-1',
    first_reply: String(clock.now()),
    first_open: '',
  })
  expect(second).toMatchObject({
    ...{ user_id: other.id, company_id: '-1', first_reply: '', content_title: 'No subject, only words' },
  })
})

test('only messages sent in the time asked for are in it, both ends included', async () => {
  const here = await place()
  const contact = await buildContact(here)
  const at = clock.now() - 1000
  for (const created_at of [at - 1, at, at + 10, at + 11]) await send(here, contact, { created_at })
  const { body: job } = await start(here, { created_at_after: at, created_at_before: at + 10 })
  await runJobs(here)
  const rows = await unpack(await download(here, `/download/content/data/${job.job_identifier}`))
  expect(rows.map(row => row['received_at'])).toEqual([String(at), String(at + 10)])
})

test('what waits for a channel was received by nobody', async () => {
  const here = await place()
  const contact = await buildContact(here)
  await send(here, contact, { message_type: 'email', subject: 'Later', template: 'plain' })
  const { body: job } = await start(here)
  await runJobs(here)
  const { body: found } = await here.api.get(`/export/content/data/${job.job_identifier}`)
  expect(found).toMatchObject({ status: 'no_data', download_url: '', download_expires_at: '' })
  expect(await unpack(await download(here, `/download/content/data/${job.job_identifier}`))).toEqual([])
})

test('a workspace has one export under way', async () => {
  const here = await place()
  const starts = await Promise.all([start(here), start(here), start(here)])
  expect(starts.map(each => each.status).toSorted()).toEqual([200, 429, 429])
  const refused = starts.find(each => each.status === 429)
  expect(refused?.body.errors[0]).toEqual({
    code: 'rate_limit_exceeded',
    message: 'Exceeded rate limit of 1 pending message data export jobs',
  })
  expect((await start(await place())).status).toBe(200)
  await runJobs(here)
  expect((await start(here)).status).toBe(200)
})

test('an export that is canceled makes room for another and has no file', async () => {
  const here = await place()
  await send(here, await buildContact(here))
  const { body: job } = await start(here)
  const { body: canceled } = await here.api.post(`/export/cancel/${job.job_identifier}`)
  expect(canceled).toEqual({ ...job, status: 'canceled' })
  expect((await start(here)).status).toBe(200)
  await runJobs(here)
  const { body: found } = await here.api.get(`/export/content/data/${job.job_identifier}`)
  expect(found.status).toBe('canceled')
  expect((await download(here, `/download/content/data/${job.job_identifier}`)).status).toBe(404)
})

test('a file can be had for two days', async () => {
  const here = await place()
  await send(here, await buildContact(here))
  const { body: job } = await start(here)
  const path = `/download/content/data/${job.job_identifier}`
  expect((await download(here, path)).status).toBe(404)
  await runJobs(here)
  clock.advance(2 * 86_400 - 1)
  expect((await download(here, path)).status).toBe(200)
  clock.advance(1)
  expect((await download(here, path)).status).toBe(404)
  const { body: found } = await here.api.get(`/export/content/data/${job.job_identifier}`)
  expect(found).toMatchObject({ status: 'completed', download_url: '' })
})

test('an export that is unknown, or of another workspace, or of another kind, is not found', async () => {
  const here = await place()
  const { body: job } = await start(here)
  const elsewhere = await place()
  const missing = await elsewhere.api.get(`/export/content/data/${job.job_identifier}`)
  expect(missing.status).toBe(404)
  expect(missing.body.errors[0].message).toBe(`Export job not found for identifier: ${job.job_identifier}`)
  expect((await here.api.get(`/export/reporting_data/${job.job_identifier}`)).status).toBe(404)
  expect((await here.api.post('/export/cancel/nothing')).status).toBe(404)
})

test('a caller must take a file for a file', async () => {
  const here = await place()
  const { body: job } = await start(here)
  await runJobs(here)
  const path = `/download/content/data/${job.job_identifier}`
  const refused = await download(here, path, 'application/json')
  expect(refused.status).toBe(406)
  expect(await refused.json()).toMatchObject({
    errors: [{ message: 'The Accept header should send a media type of application/octet-stream' }],
  })
  expect((await download(here, path, '*/*')).status).toBe(200)
})

test('the time of an export must be given', async () => {
  const here = await place()
  expect((await here.api.post('/export/content/data', { created_at_after: 1 })).status).toBe(400)
  expect((await start(here, { created_at_before: 'soon' })).status).toBe(400)
})

test('the oldest version exports as the newest does', async () => {
  const here = await place()
  await send(here, await buildContact(here))
  const old = { api: here.api.at('2.7') }
  const { body: job } = await old.api.post('/export/content/data', {
    ...{ created_at_after: clock.now() - 10, created_at_before: clock.now() + 10 },
  })
  await runJobs(here)
  const { body: found } = await old.api.get(`/export/content/data/${job.job_identifier}`)
  expect(found.status).toBe('completed')
  expect(await unpack(await download(old, found.download_url))).toHaveLength(1)
})
