import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainJobs } from '../../test/support/jobs.ts'
import { makeDatabase } from '../../test/support/own-database.ts'

/** Jobs are done by the clock of whoever does them, so nobody else does those of these tests. */
const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { api, database, clock, createWorkspace } = guichet

const run = () => drainJobs(guichet)

const byEmail = async (email: string, of = api) => {
  const { body } = await of.post('/contacts/search', {
    query: { field: 'email', operator: '=', value: email },
  })
  return body.data[0]
}

test('contacts are made in the background, with their companies and the tags there are', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Bulk' })
  const { status, body: job } = await api.post('/contacts/bulk', {
    contacts: [
      {
        ...{ email: 'one@bulk.com', external_id: 'one', name: 'One', unknown_key: 'passed over' },
        companies: [{ company_id: 'bulk-co', name: 'Bulk Co' }],
        tags: { add: [{ id: tag.id }, { id: 999999999 }] },
      },
      { email: 'two@bulk.com', role: 'lead' },
    ],
  })
  expect(status).toBe(202)
  expect(job).toMatchObject({ type: 'contacts.bulk.job', state: 'running', completed_at: null })
  expect(job.id).toMatch(/^job_v2_\d+$/)
  expect(job.tasks).toMatchObject([{ item_count: 2, state: 'pending', started_at: null }])
  expect(job.url).toMatch(new RegExp(`/contacts/bulk/${job.id}$`))
  await run()
  const { body: done } = await api.get(`/contacts/bulk/${job.id}`)
  expect(done).toMatchObject({ state: 'completed', completed_at: clock.now() })
  const one = await byEmail('one@bulk.com')
  expect(one).toMatchObject({ name: 'One', role: 'user', companies: { total_count: 1 } })
  expect(one.tags.data).toMatchObject([{ id: tag.id }])
  expect((await byEmail('two@bulk.com')).role).toBe('lead')
})

test('a contact that exists, archived or not, is refused, and the others are made', async () => {
  const { body: old } = await api.post('/contacts', { email: 'old@bulk.com' })
  await api.post(`/contacts/${old.id}/archive`)
  const contacts = [{ email: 'old@bulk.com' }, { email: 'new@bulk.com' }]
  const { body: job } = await api.post('/contacts/bulk', { contacts })
  await run()
  const { body: done } = await api.get(`/contacts/bulk/${job.id}`)
  expect(done).toMatchObject({ state: 'completed_with_errors', tasks: [{ state: 'completed_with_errors' }] })
  expect(await byEmail('new@bulk.com')).toBeDefined()
})

test('contacts are changed and deleted by their ids, one that is not there keeping no other', async () => {
  const { body: contact } = await api.post('/contacts', { email: 'change@bulk.com' })
  await api.post('/companies', { company_id: 'left', name: 'Left' })
  const companies = [{ company_id: 'left' }]
  await api.put('/contacts/bulk', { contacts: [{ id: contact.id, name: 'Changed', companies }] })
  await run()
  expect(await byEmail('change@bulk.com')).toMatchObject({ name: 'Changed', companies: { total_count: 1 } })
  const leaving = [
    { company_id: 'left', remove: true },
    { company_id: 'never', remove: true },
  ]
  await api.put('/contacts/bulk', { contacts: [{ id: contact.id, companies: leaving }] })
  await run()
  expect((await byEmail('change@bulk.com')).companies.total_count).toBe(0)
  const contacts = [{ id: '0123456789abcdef01234567' }, { id: contact.id }]
  const { body: job } = await api.post('/contacts/bulk/delete', { contacts })
  await run()
  expect((await api.get(`/contacts/bulk/${job.id}`)).body.state).toBe('completed_with_errors')
  expect((await api.get(`/contacts/${contact.id}`)).status).toBe(404)
})

test('a job takes further tasks for a while, and then no more', async () => {
  const { body: job } = await api.post('/contacts/bulk', { contacts: [{ email: 'a@append.com' }] })
  await run()
  const more = { contacts: [{ email: 'b@append.com' }], job: { id: job.id } }
  const { body: again } = await api.post('/contacts/bulk', more)
  expect(again).toMatchObject({ id: job.id, state: 'running', completed_at: null })
  expect(again.tasks).toMatchObject([{ state: 'completed' }, { state: 'pending' }])
  clock.advance(901)
  const closed = await api.post('/contacts/bulk', more)
  expect(closed.status).toBe(403)
  expect(closed.body.errors).toEqual([
    { code: 'forbidden', message: `job ${job.id} is closed for new task updates` },
  ])
  const other = await createWorkspace()
  for (const id of [job.id, 'job_v2_999999', 'nonsense']) {
    const unknown = await other.api.post('/contacts/bulk', { ...more, job: { id } })
    expect(unknown.body.errors).toEqual([{ code: 'job_not_found', message: `job ${id} not found` }])
  }
  expect((await api.get(`/companies/bulk/${job.id}`)).status).toBe(404)
})

test.each(['contacts', 'companies'])(
  'a request for %s that is not one is refused in its own words',
  async noun => {
    const one = noun === 'contacts' ? 'contact' : 'company'
    const refusal = async (method: 'post' | 'put', body: object) => {
      const answer = await api[method](`/${noun}/bulk`, body)
      expect(answer.status).toBe(422)
      return answer.body.errors[0]
    }
    const missing = { code: 'field_not_found', message: `${noun} field must be supplied` }
    expect(await refusal('post', {})).toEqual(missing)
    expect(await refusal('post', { [noun]: [] })).toEqual(missing)
    const mismatch = { code: 'type_mismatch', message: `${noun} must be an array` }
    expect(await refusal('post', { [noun]: 'x' })).toEqual(mismatch)
    expect(await refusal('post', { [noun]: ['x'] })).toEqual({
      ...mismatch,
      message: `each ${one} must be an object`,
    })
    expect(await refusal('put', { [noun]: [{ name: 'x' }] })).toEqual({
      ...{ code: 'field_not_found', message: `${noun} must be identified by id` },
    })
    expect(await refusal('post', { [noun]: Array.from({ length: 101 }, () => ({})) })).toEqual({
      ...{ code: 'parameter_invalid', message: `maximum number of ${noun} per request is 100` },
    })
  },
)

test('companies are made or changed by company_id, changed by id, and deleted', async () => {
  const companies = [{ company_id: 'acme', name: 'Acme', plan: 'Pro' }, { name: 'No company_id' }]
  const { body: job } = await api.post('/companies/bulk', { companies })
  expect(job).toMatchObject({ type: 'companies.bulk.job', state: 'running' })
  await run()
  expect((await api.get(`/companies/bulk/${job.id}`)).body.state).toBe('completed_with_errors')
  await api.post('/companies/bulk', {
    companies: [{ company_id: 'acme', size: 5, update_last_request_at: true }],
  })
  await run()
  const { body: found } = await api.get('/companies?company_id=acme')
  expect(found.data[0]).toMatchObject({ name: 'Acme', size: 5, last_request_at: clock.now() })
  await api.put('/companies/bulk', { companies: [{ id: found.data[0].id, name: 'Acme II', extra: 1 }] })
  await run()
  expect((await api.get(`/companies/${found.data[0].id}`)).body).toMatchObject({ name: 'Acme II', size: 5 })
  await api.post('/companies/bulk/delete', { companies: [{ id: found.data[0].id }] })
  await run()
  expect((await api.get(`/companies/${found.data[0].id}`)).status).toBe(404)
})

test('bulk jobs are of Preview, need permission to write, and are none of the jobs of tickets', async () => {
  expect((await api.at('2.16').post('/contacts/bulk', { contacts: [{}] })).body.errors[0].code).toBe(
    'intercom_version_invalid',
  )
  const reader = await createWorkspace({ scopes: ['read_users_and_companies'] })
  expect((await reader.api.post('/companies/bulk', { companies: [{}] })).status).toBe(403)
  const jobs = await database.unguarded.read
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', 'contact_bulk')
    .limit(1)
    .execute()
  expect((await api.get(`/jobs/status/${jobs[0]?.id}`)).status).toBe(404)
})
