import { beforeAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import { runDueJobs } from '../domain/job/index.ts'
import { worksWith } from '../jobs/run-enqueued.ts'
import { nowhere } from '../storage/nowhere.ts'

const guichet = await startGuichet()
const { api, id: workspaceId, database, clock, createWorkspace } = guichet

let typeId = ''
beforeAll(async () => {
  typeId = (await api.post('/ticket_types', { name: 'Later' })).body.id
})

const enqueue = (email: string, title: string) =>
  api.post('/tickets/enqueue', {
    ...{ ticket_type_id: typeId, contacts: [{ email }], ticket_attributes: { _default_title_: title } },
  })

const mine = { database, within: workspaceId }
const run = () => runDueJobs({ ...mine, now: clock.now(), works: worksWith(nowhere) })

test('a ticket that is enqueued is made by a job, which then says where it is', async () => {
  const { body: job } = await enqueue('later@example.com', 'Made later')
  expect(job).toMatchObject({ type: 'job', status: 'pending', resource_type: 'ticket', resource_id: null })
  expect(job.url).toMatch(new RegExp(`/jobs/status/${job.id}$`))
  expect((await api.get(`/jobs/status/${job.id}`)).body.status).toBe('pending')
  await run()
  const { body: done } = await api.at('2.14').get(`/jobs/status/${job.id}`)
  expect(done).toMatchObject({ status: 'success', resource_type: 'ticket' })
  expect(done.resource_url).toMatch(new RegExp(`/tickets/${done.resource_id}$`))
  const { body: ticket } = await api.get(`/tickets/${done.resource_id}`)
  expect(ticket.ticket_attributes._default_title_).toBe('Made later')
})

test('a job is done once however many run it', async () => {
  await enqueue('once@example.com', 'Only once')
  await Promise.all([run(), run(), run()])
  const query = { field: 'title', operator: '=', value: 'Only once' }
  expect((await api.post('/tickets/search', { query })).body.total_count).toBe(1)
})

test('a job that has become impossible fails, leaves nothing behind and is told', async () => {
  const { body: job } = await enqueue('gone@example.com', 'Never made')
  await api.put(`/ticket_types/${typeId}`, { archived: true })
  await run()
  await api.put(`/ticket_types/${typeId}`, { archived: false })
  expect((await api.get(`/jobs/status/${job.id}`)).body).toMatchObject({
    status: 'failed',
    resource_id: null,
  })
  expect(await topicsOf(guichet, 'job', job.id)).toEqual(['job.completed'])
})

test('a ticket that cannot be made is not even enqueued', async () => {
  const body = {
    ticket_type_id: typeId,
    contacts: [{ email: 'x@example.com' }],
    ticket_attributes: { Nope: 1 },
  }
  expect((await api.post('/tickets/enqueue', body)).status).toBe(400)
  expect((await api.post('/tickets/enqueue', { ...body, ticket_type_id: '999999' })).status).toBe(404)
})

test('a job that is unknown, or of another workspace, is not found', async () => {
  const { body: job } = await enqueue('mine@example.com', 'Mine')
  const other = await createWorkspace()
  const missing = await other.api.get(`/jobs/status/${job.id}`)
  expect(missing.status).toBe(404)
  expect(missing.body.errors[0]).toEqual({ code: 'job_not_found', message: 'Job Not Found' })
})

test('a job that a fault of ours breaks leaves nothing behind and is tried again later', async () => {
  await run()
  const { body: job } = await enqueue('again@example.com', 'In the end')
  const [works, now] = [worksWith(nowhere), clock.now()]
  const breaking: typeof works.create_ticket = async (tx, actor, request) => {
    await works.create_ticket(tx, actor, request)
    throw new Error('broken')
  }
  await expect(runDueJobs({ ...mine, now, works: { create_ticket: breaking } })).rejects.toThrow('broken')
  await runDueJobs({ ...mine, now, works })
  expect((await api.get(`/jobs/status/${job.id}`)).body.status).toBe('pending')
  await runDueJobs({ ...mine, now: now + 60, works })
  expect((await api.get(`/jobs/status/${job.id}`)).body.status).toBe('success')
  const query = { field: 'title', operator: '=', value: 'In the end' }
  expect((await api.post('/tickets/search', { query })).body.total_count).toBe(1)
})
