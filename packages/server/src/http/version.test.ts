import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, origin, token, database, createWorkspace } = await startGuichet()

const at = async (version: string | undefined, path = '/me', bearer = token) => {
  const response = await fetch(origin + path, {
    headers: {
      authorization: `Bearer ${bearer}`,
      ...(version !== undefined && { 'intercom-version': version }),
    },
  })
  return {
    status: response.status,
    served: response.headers.get('intercom-version'),
    body: JSON.parse(await response.text()),
  }
}

test('a version is known in any case, by its old name, and before 2.7 as the oldest', async () => {
  const known = {
    '2.7': '2.7',
    '2.16': '2.16',
    preview: 'Preview',
    PREVIEW: 'Preview',
    Unstable: 'Preview',
    '2.5': '2.7',
  }
  for (const [asked, served] of Object.entries(known))
    expect(await at(asked)).toMatchObject({ status: 200, served })
})

test('a version nobody published is refused', async () => {
  for (const asked of ['99.99', '2.99', 'latest', '2', '2.11.1', '', '0x2']) {
    const { status, body } = await at(asked)
    const message = 'The requested version could not be found'
    expect([status, body.errors], asked).toEqual([400, [{ code: 'intercom_version_invalid', message }]])
    expect(body.request_id).toEqual(expect.any(String))
  }
})

test('an operation newer or older than the version is refused', async () => {
  const lacking = 'Requested resource is not available in current API version.'
  for (const [version, path] of [
    ['2.11', '/macros'],
    ['2.7', '/tickets/1'],
    ['2.10', '/help_center/sections'],
    ['Preview', '/ip_allowlist'],
  ]) {
    const { status, served, body } = await at(version, path)
    expect([status, served, body.errors], path).toEqual([
      ...[400, version, [{ code: 'intercom_version_invalid', message: lacking }]],
    ])
  }
})

test('without a header the version of the app counts, else the newest that is stable', async () => {
  expect((await at(undefined)).served).toBe('2.16')
  const { api: theirs, id } = await createWorkspace()
  await database.transaction(tx =>
    tx
      .updateTable('app_registrations')
      .set({ api_version: '2.9' })
      .where('owner_workspace_id', '=', id)
      .execute(),
  )
  expect((await at(undefined, '/me', theirs.token)).served).toBe('2.9')
  expect((await at('2.14', '/me', theirs.token)).served).toBe('2.14')
})

test('the version decides before the scope is looked at, and after the token', async () => {
  expect((await at('99.99', '/me', 'nonsense')).status).toBe(401)
  expect((await api.at('2.7').get('/admins/activity_log_event_types')).status).toBe(400)
})
