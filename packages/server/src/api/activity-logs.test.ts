import { activityTypesAt } from '@guichet/contract/models/activity-types.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'

const guichet = await startGuichet()
const { api, database, clock, createWorkspace } = guichet
const now = clock.now()

/** Entries of a log, one a minute, the newest first. */
const write = (workspace: { id: string }, types: string[], metadata: object = {}) =>
  database.transaction(tx =>
    tx
      .insertInto('activity_logs')
      .values(
        types.map((activity_type, index) => ({
          ...{ workspace_id: workspace.id, activity_type, activity_description: `Somebody did ${index}` },
          performed_by: JSON.stringify({ type: 'admin', id: '1', email: 'ada@example.com', ip: null }),
          metadata: JSON.stringify(metadata),
          created_at: now - index * 60,
        })),
      )
      .execute(),
  )

test('the log is told page by page, the newest first, with null after the last', async () => {
  const { api: theirs, ...workspace } = await createWorkspace()
  await write(
    workspace,
    Array.from({ length: 5 }, () => 'app_name_change'),
  )
  const { body } = await theirs.get(`/admins/activity_logs?created_at_after=${now - 200}&per_page=2`)
  expect(body.activity_logs.map((log: { created_at: number }) => now - log.created_at)).toEqual([0, 60])
  expect(body.pages).toMatchObject({ type: 'pages', page: 1, per_page: 2, total_pages: 2 })
  const { body: last } = await theirs.get(body.pages.next.replace(theirs.origin, ''))
  expect(last.activity_logs.map((log: { created_at: number }) => now - log.created_at)).toEqual([120, 180])
  expect(last.pages.next).toBeNull()
  const { body: between } = await theirs.get(
    `/admins/activity_logs?created_at_after=${now - 200}&created_at_before=${now - 150}`,
  )
  expect(between.activity_logs).toHaveLength(1)
})

test('the start is mandatory and a time', async () => {
  const absent = await api.get('/admins/activity_logs')
  expect([absent.status, absent.body.errors[0].code]).toEqual([400, 'parameter_not_found'])
  expect((await api.get('/admins/activity_logs?created_at_after=yesterday')).status).toBe(400)
  expect((await api.get(`/admins/activity_logs?created_at_after=${'9'.repeat(30)}`)).status).toBe(400)
})

test('a version is told of the kinds it knows, in its words', async () => {
  const { api: theirs, ...workspace } = await createWorkspace()
  const kinds = [
    'app_name_change',
    'admin_ticket_assignment_limit_change',
    'macro_creation',
    'admin_occupancy_state_change',
  ]
  await write(workspace, kinds, { before: 'a', after: 'b', new_state: 'idle', secret: 'inside only' })
  const at = async (version: '2.7' | '2.13' | '2.14' | '2.16' | 'Preview') => {
    const { body } = await theirs.at(version).get(`/admins/activity_logs?created_at_after=${now - 1000}`)
    return body.activity_logs
  }
  const types = async (version: Parameters<typeof at>[0]) =>
    (await at(version)).map((log: { activity_type: string }) => log.activity_type)
  expect(await types('2.7')).toEqual(['app_name_change', 'admin_assignment_limit_change'])
  expect(await types('2.13')).toEqual([
    'app_name_change',
    'admin_assignment_limit_change',
    'admin_occupancy_state_change',
  ])
  expect(await types('2.16')).toEqual(kinds)
  expect((await at('2.7'))[0].metadata).toEqual({ before: 'a', after: 'b' })
  expect((await at('2.14'))[0].metadata).toEqual({ before: 'a', after: 'b', new_state: 'idle' })
})

test('the kinds are listed, and searches are narrowed by them', async () => {
  const { api: theirs, ...workspace } = await createWorkspace()
  await write(workspace, ['app_name_change', 'role_change', 'app_name_change'])
  const { body: kinds } = await theirs.get('/admins/activity_log_event_types')
  expect(kinds).toEqual({ type: 'activity_log_event_type.list', event_types: activityTypesAt('Preview') })
  expect((await theirs.at('2.16').get('/admins/activity_log_event_types')).body.event_types).toHaveLength(114)
  const body = { created_at_after: now - 1000, event_types: ['app_name_change'], per_page: 1 }
  const { body: found } = await theirs.post('/admins/activity_logs/search', body)
  expect(found.activity_logs).toHaveLength(1)
  expect(found.pages.total_pages).toBe(2)
  const unknown = await theirs.post('/admins/activity_logs/search', { ...body, event_types: ['nothing'] })
  expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'parameter_invalid'])
  expect((await theirs.at('2.15').post('/admins/activity_logs/search', body)).body.errors[0].code).toBe(
    'intercom_version_invalid',
  )
})

test('what the API changes is told under its published kind at every version', async () => {
  const { api: theirs } = await createWorkspace()
  const { body: contact } = await theirs.post('/contacts', { email: 'gone@example.com' })
  await theirs.delete(`/contacts/${contact.id}`)
  const allowlist = { ip_allowlist: ['10.0.0.0/8'] }
  clock.advance(1)
  expect((await theirs.at('2.16').put('/ip_allowlist', allowlist)).status).toBe(200)
  await theirs.delete('/contacts/5ba682d23d7cf92bef87bfd4')
  const { body } = await theirs.at('2.7').get(`/admins/activity_logs?created_at_after=${now - 10}`)
  expect(body.activity_logs.toReversed()).toMatchObject([
    {
      activity_type: 'app_data_deletion',
      activity_description: `Ada Owner used the API: Delete a contact for good (DELETE /contacts/${contact.id}).`,
      performed_by: { type: 'admin', email: 'ada@example.com', ip: '127.0.0.1' },
      metadata: { update_by_name: 'Ada Owner', source: expect.stringContaining('update from api') },
    },
    { activity_type: 'security_settings_change' },
  ])
})

test('a change of no published kind is told to those who ask for it by name', async () => {
  const { api: theirs, id } = await createWorkspace()
  await theirs.post('/folders', { folder: { name: 'Policies' } })
  await theirs.post('/contacts', { email: 'new@example.com' })
  const path = `/admins/activity_logs?created_at_after=${now - 10}`
  for (const version of ['2.7', '2.16', 'Preview'] as const)
    expect((await theirs.at(version).get(path)).body.activity_logs).toEqual([])
  const search = (event_types: string[]) =>
    theirs.post('/admins/activity_logs/search', { created_at_after: now - 10, event_types })
  expect((await search([])).body.activity_logs).toEqual([])
  const { body } = await search(['other_change'])
  expect(body.activity_logs).toMatchObject([
    { activity_description: 'Ada Owner used the API: Create a folder (POST /folders).' },
  ])
  const told = await happened({ database, id }, { topics: ['admin.activity_log_event.created'] })
  expect(told).toEqual([])
})
